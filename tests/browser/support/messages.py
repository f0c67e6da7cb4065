"""What goes to the worker and what comes from it, noted in the page in order."""

from __future__ import annotations

#: To be run before the page's own scripts, in every frame: the sealed one has a Worker of its own. ``gtNoted`` is a list of
#: {kind, command, text}; the last two only of questions.
NOTE_THE_MESSAGES = """
  if (window === top) window.gtNoted = [];
  const note = ({ kind, command, text }) => top.gtNoted.push({ kind, command, text });
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.kind === "boot") this.addEventListener("message", ({ data }) => note(data));
    note(message);
    return send.call(this, message, ...rest);
  };
"""
