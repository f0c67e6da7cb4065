"""武人社规〔2022〕2号 as rules: who may apply for what, from when, by which road, at which office."""
