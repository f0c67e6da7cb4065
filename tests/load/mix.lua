-- What wrk asks for, in turn: the paths are filled in, one a line.
local paths = { {PATHS} }
local turn = 0
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], { ["Accept-Encoding"] = "br, gzip" })
end
