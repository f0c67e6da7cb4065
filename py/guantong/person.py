"""A person's facts, checked and typed: what the chapters read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .days import Moment
from .titles import Level


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """One title held. ``level`` is ``None`` while unknown; ``ask`` points to the fact that would settle it."""

    at: str
    level: Level | None
    obtained: Moment | None
    held: bool  #: False where its date lies after the day of calculation: whether it is held is unknown then
    exact_kind: bool  #: the date is that of approval (A01)
    recognised: bool
    specialty_matches: bool | None
    label: str
    ask: str = ""


@dataclass(frozen=True, slots=True)
class SkillEntry:
    """One vocational qualification or skill level held."""

    at: str
    level: str | None
    obtained: Moment | None
    held: bool
    recognised: bool
    same_occupation: bool | None
    via_this_policy: bool | None
    continuous: bool | None
    years_worked: float | None


@dataclass(frozen=True, slots=True)
class Award:
    """One honour or contest result."""

    at: str
    name: str | None
    role: str | None
    result: str | None
    coached: str


@dataclass(frozen=True, slots=True)
class Person:
    """All facts of one person; ``None`` means unknown. Lists are ``None`` while unknown, ``()`` for none."""

    as_of: date
    works_in_wuhan: bool | None = None
    employer_affiliation: str | None = None
    person_type: str | None = None
    employer_is_public_institution: bool | None = None
    has_current_post: bool | None = None
    apply_as: str | None = None
    employer_accredited: bool | None = None
    employer_scope_covers_occupation: bool | None = None
    occupation_access_type: bool | None = None
    titles: tuple[TitleEntry, ...] | None = None
    skills: tuple[SkillEntry, ...] | None = None
    professional_qualification: str | None = None
    occupation_matches_current_post: bool | None = None
    cumulative_work_years_met: bool | None = None
    related_diploma: bool | None = None
    target_skill_level: str | None = None
    claims_actual_skill_level: str | None = None
    target_series: str | None = None
    target_specialty: str | None = None
    specialty_same_or_similar: bool | None = None
    does_professional_technical_work: bool | None = None
    meets_hubei_conditions: bool | None = None
    last3_appraisals_passed: bool | None = None
    years_in_current_post: float | None = None
    employer_has_appraisals: bool | None = None
    public_institution_quota_available: bool | None = None
    retired: bool | None = None
    reached_retirement_age: bool | None = None
    delayed_retirement_procedure: bool | None = None
    flexible_delay_agreement: bool | None = None
    birth_date: Moment | None = None
    sex: str | None = None
    female_original_retirement_age: str | None = None
    special_retirement_rule: bool | None = None
    awards: tuple[Award, ...] | None = None
    expert_recommendations: int | None = None
    expert_title_level: Level | None = None
    experts_same_industry: bool | None = None
    outstanding_contribution: bool | None = None
    long_term_frontline: bool | None = None
    education: str | None = None
    exam_conditions_met: bool | None = None
    unit_has_junior_committee: bool | None = None
    unsure: frozenset[str] = frozenset()  #: pointers of questions that were asked and can't be answered
    problems: tuple[tuple[str, str], ...] = field(default=())

    @property
    def today(self) -> int:
        """The day of calculation as an ordinal."""
        return self.as_of.toordinal()

    @property
    def is_public_institution(self) -> bool | None:
        """Whether the post ratio of 四（一）-② applies; a school's nature is unknown until stated."""
        if self.person_type == "public_institution_employee":
            return True
        if self.employer_is_public_institution is not None:
            return self.employer_is_public_institution
        return None if self.person_type == "school_staff" else False

    @property
    def without_post(self) -> bool:
        """Retired or stated to have no post (A12, A30); a post is the ordinary case."""
        return self.has_current_post is False or self.retired is True
