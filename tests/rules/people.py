"""Made-up persons, from a seed: some facts known, some not, as real visitors leave them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from guantong.facts import FACTS, Fact
from tests.rules.laws import ordinary

Facts = dict[str, Any]
Json = dict[str, Any]

AS_OF = date(2026, 11, 23)
#: answers that leave a road open: drawn more often than the others, so that many roads stay undecided to the end
GOOD: Facts = {
    "works_in_wuhan": True,
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "target_series": "工程",
    "specialty_same_or_similar": True,
    "does_professional_technical_work": True,
    "meets_hubei_conditions": True,
    "last3_appraisals_passed": True,
    "years_in_current_post": 5,
    "public_institution_quota_available": True,
    "retired": False,
    "reached_retirement_age": False,
    "delayed_retirement_procedure": False,
    "expert_recommendations": 2,
    "expert_title_level": "senior",
    "experts_same_industry": True,
    "exam_conditions_met": True,
}
#: the same for the facts of an entry
GOOD_ITEMS: Facts = {
    "level": None,
    "obtained": "2016-05-20",
    "specialty_matches": True,
    "same_occupation": True,
    "via_this_policy": True,
    "continuous": True,
    "years_worked": 5,
    "name": "中华技能大奖",
    "role": "competitor",
    "result": "金牌",
}
#: two whole persons, every question answered
SKILL_HOLDER: Facts = {
    "as_of": AS_OF.isoformat(),
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "titles": [],
    "skills": [{"level": "3", "obtained": "2016-05-20", "same_occupation": True, "continuous": True}],
    "target_series": "工程",
    "specialty_same_or_similar": True,
    "does_professional_technical_work": True,
    "meets_hubei_conditions": True,
    "last3_appraisals_passed": True,
    "years_in_current_post": 5,
    "retired": False,
    "birth_date": "1990-05-20",
    "sex": "male",
    "delayed_retirement_procedure": False,
    "awards": [],
}
TITLE_HOLDER: Facts = {
    "as_of": AS_OF.isoformat(),
    "works_in_wuhan": True,
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "apply_as": "through_unit",
    "employer_accredited": False,
    "occupation_access_type": False,
    "related_diploma": True,
    "titles": [{"level": "assistant", "obtained": "2016-05-20", "specialty_matches": True}],
    "skills": [],
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
}
LADDERS = {"titles": ("assistant", "intermediate", "senior"), "skills": ("3", "2", "1")}
SERIES = ("工程", "艺术", "会计", "卫生", "通信")
HONOURS = ("中华技能大奖", "武汉工匠", "世界技能大赛", "全国职业技能大赛", "区技术能手")
RESULTS = ("金牌", "铜牌", "优胜奖", "第五名")
EDUCATION = ("技工院校高级工班", "大专")
SPECIALTIES = ("电气工程", "通信工程")
QUALIFICATIONS = ("二级建造师",)
TEXTS = {
    "target_series": SERIES,
    "target_specialty": SPECIALTIES,
    "professional_qualification": QUALIFICATIONS,
    "education": EDUCATION,
    "name": HONOURS,
    "result": RESULTS,
}


def person(random: Random, known: float = 0.7) -> Facts:
    """One person; ``known``: how many of the facts are answered."""
    facts: Facts = {"as_of": AS_OF.isoformat()}
    good = random.choice((0.6, 0.97))
    for fact in FACTS:
        share = 0.12 if ordinary(fact) else known
        if fact.key not in facts and random.random() < share:
            facts[fact.key] = value(fact, random, good)
    return facts


def people(seed: int, count: int, known: float = 0.7) -> Iterator[Facts]:
    """So many persons, always the same for a seed."""
    random = Random(seed)
    for _ in range(count):
        yield person(random, known)


def value(fact: Fact, random: Random, good: float = 0.6) -> Any:
    """A value of one fact of a person; ``good``: how often it is the one that leaves roads open."""
    if fact.key in GOOD and random.random() < good:
        return GOOD[fact.key]
    match fact.kind:
        case "bool":
            return random.random() < 0.5
        case "choice":
            return random.choice(fact.choices).value
        case "integer":
            return random.randrange(4)
        case "number":
            return random.choice((0, 1, 2, 2.5, 3, 4, 6))
        case "date":
            return some_date(random, 60 * 365, 30 * 365)
        case "text":
            return random.choice(TEXTS[fact.key])
        case "list":
            if good > random.random():
                return [ideal(fact, random)]
            return [entry(fact, random) for _ in range(random.choice((0, 1, 1, 1, 2)))]


def entry(fact: Fact, random: Random) -> Facts:
    """One title, certificate or honour."""
    found: Facts = {}
    for item in fact.items:
        if random.random() < (0.1 if item.ordinary is not None or item.key == "years_worked" else 0.85):
            found[item.key] = item_value(fact, item, random)
    if fact.key == "titles":  # the names have a test of their own
        found.pop("name", None)
        found.pop("series", None)
    if fact.key == "skills" and "years_worked" in found:
        found.pop("obtained", None)  # so that the two never contradict each other
    return found


def ideal(fact: Fact, random: Random) -> Facts:
    """An entry that leaves nothing open: some level or honour, everything else as good as can be."""
    keys = {
        "titles": ("obtained", "specialty_matches"),
        "skills": ("obtained", "same_occupation", "via_this_policy", "continuous"),
        "awards": ("role", "result"),
    }[fact.key]
    what = (
        {"level": random.choice(LADDERS[fact.key])}
        if fact.key in LADDERS
        else {"name": random.choice(HONOURS)}
    )
    return {**what, **{key: GOOD_ITEMS[key] for key in keys}}


def item_value(fact: Fact, item: Fact, random: Random) -> Any:
    if item.kind == "date":
        return some_date(random, 7 * 365, 0)
    if item.key in ("same_occupation", "specialty_matches", "continuous") and random.random() < 0.7:
        return True
    if item.key in ("name", "series") and fact.key == "titles":
        return "工程"
    return value(item, random)


def filled(fact: Fact, given: Facts, random: Random, good: float, share: float) -> Facts:
    """One entry with what it leaves open answered, in part or in whole."""
    found = dict(given)
    for item in fact.items:
        open_item = found.get(item.key) is None and item.ordinary is None
        if (
            not open_item
            or (fact.key == "titles" and item.key in ("name", "series"))
            or random.random() > share
        ):
            continue
        if item.key == "years_worked" and found.get("continuous") is not False:
            continue
        best = GOOD_ITEMS.get(item.key)
        found[item.key] = (
            best if best is not None and random.random() < good else item_value(fact, item, random)
        )
    return found


def some_date(random: Random, oldest: int, newest: int) -> str:
    """A day before the day of calculation, now and then only its month or year."""
    day = AS_OF - timedelta(days=random.randrange(newest, oldest))
    return day.isoformat()[: random.choice((10, 10, 10, 10, 7, 4))]


def signature(result: Json) -> Json:
    """What a question may change: statuses, dates, options, the theory examination."""
    targets = {
        key: (target["status"], target["earliest"], target["until"])
        for key, target in result["targets"].items()
    }
    channel = result["channel"]["title_to_skill"]
    return {**targets, "options": channel["options"], "theory_exam": channel["theory_exam"]}


def statuses(result: Json) -> dict[str, str]:
    return {key: target["status"] for key, target in result["targets"].items()}
