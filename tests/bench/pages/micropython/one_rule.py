# One rule, written for MicroPython: three years after an assistant's title. The whole package needs dataclasses and typing.
import json


def evaluate(text):
    answers = []
    for person in json.loads(text):
        days = []
        for title in person.get("titles") or ():
            day = title.get("obtained") or ""
            if title.get("level") == "assistant" and len(day) == 10:
                year, rest = int(day[:4]) + 3, day[4:]
                days.append(str(year) + ("-03-01" if rest == "-02-29" and year % 4 else rest))
        answers.append(
            {"works_in_wuhan": person.get("works_in_wuhan"), "earliest": min(days) if days else None}
        )
    return json.dumps(answers)
