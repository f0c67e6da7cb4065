from pyscript import sync

from guantong.cli import answer


def evaluate(text):
    return answer("assess", text).out


sync.evaluate = evaluate
sync.mark("ready")
evaluate('[{"works_in_wuhan": true, "titles": [{"level": "assistant", "obtained": "2020-05-20"}]}]')
sync.mark("verdict")
