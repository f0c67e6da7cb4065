"""Small helps that several tests share."""
