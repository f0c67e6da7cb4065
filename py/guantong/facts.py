"""Every fact that a person can state, once: form, schema, links, batch columns and checks are made from this list.

The order is that of the published contract; it decides ties when questions are ranked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from . import series, titles

Kind = Literal["bool", "choice", "date", "integer", "number", "text", "list"]

TITLE_TO_SKILL = "title_to_skill"
SKILL_TO_TITLE = "skill_to_title"
BOTH = (TITLE_TO_SKILL, SKILL_TO_TITLE)


@dataclass(frozen=True, slots=True)
class Choice:
    """One accepted value of a fact and the words a reader sees for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """A section of the form."""

    id: str
    title: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact, its question and its type. Absent means unknown, unless ``claim`` or ``ordinary`` says otherwise."""

    key: str
    kind: Kind
    label: str  #: short noun for tables
    ask: str = ""  #: the question as put to a person
    help: str = ""
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()  #: published names for a text
    clause: str = ""
    statement: str = ""
    claim: bool = False  #: absent counts as not claimed
    ordinary: bool | str | None = None  #: what absent is taken for, where an ordinary case exists
    personal: bool = False  #: kept out of links unless the visitor asks
    full_date: bool = False  #: a date that needs its day
    roads: tuple[str, ...] = BOTH
    group: str = ""
    screen: str = ""  #: where the interview asks it (:mod:`guantong.interview`)
    follows: tuple[str, ...] = ()  #: asked only after these were asked
    if_asked: bool = False  #: of a certificate: shown in the interview only where it is needed
    items: tuple[Fact, ...] = ()


GROUPS = (
    Group(
        "certificates", "你现在有什么证书", "把职称和技能等级都填上，低一级的也填。证书上没有“日”，就留空。"
    ),
    Group("work", "你的工作", "两个方向都会用到。"),
    Group("skill_road", "用职称申报技能等级", "有职称的人填这一部分。"),
    Group("title_road", "用技能等级申报职称", "有高级工及以上证书的人填这一部分。"),
    Group("age", "年龄和退休", "只影响职称评审。出生日期和性别默认不写进链接。"),
    Group("honours", "荣誉和直接申报", "没有荣誉，就在“荣誉”里选“没有”。"),
    Group("other", "计算到哪一天和其他"),
)

TITLE_LEVELS = (
    Choice("below_assistant", "员级（技术员等）"),
    Choice("junior_unspecified", "只写“初级”"),
    Choice("assistant", "助理级"),
    Choice("intermediate", "中级"),
    Choice("associate_senior", "副高级"),
    Choice("senior", "正高级"),
)

SKILL_LEVELS = (
    Choice("apprentice", "学徒工"),
    Choice("5", "五级/初级工"),
    Choice("4", "四级/中级工"),
    Choice("3", "三级/高级工"),
    Choice("2", "二级/技师"),
    Choice("1", "一级/高级技师"),
    Choice("special_technician", "特级技师"),
    Choice("chief_technician", "首席技师"),
)

HONOURS_SENIOR = ("中华技能大奖", "享受国务院政府特殊津贴", "世界技能大赛", "中华人民共和国职业技能大赛")
HONOURS_ASSOCIATE = (
    "全国技术能手",
    "国家级技能大师工作室带头人",
    "湖北工匠",
    "武汉工匠",
    "享受省政府专项津贴",
    "享受市政府专项津贴",
    "省委省政府认定的其他“高精尖缺”高技能人才",
)
CONTEST_RESULTS = ("金牌", "银牌", "铜牌", "优胜奖")
CLASSES = ("技工院校中级工班", "技工院校高级工班", "技工院校预备技师（技师）班")


def _yes_no(key: str, label: str, ask: str, **rest: object) -> Fact:
    return Fact(key, "bool", label, ask, **rest)  # type: ignore[arg-type]


_TITLE_ITEMS = (
    Fact(
        "name",
        "text",
        "职称名称",
        "职称叫什么？",
        "按证书写，如“助理工程师”。",
        suggestions=titles.NAMES,
        screen="certificates",
    ),
    Fact(
        "level",
        "choice",
        "职称级别",
        "这个职称是哪一级？",
        "填了名称，就不用选。",
        TITLE_LEVELS,
        screen="certificates",
    ),
    Fact(
        "series",
        "text",
        "职称系列",
        "属于哪个系列？",
        "如“工程”“卫生”。有的名称在不同系列里级别不同，就要填。",
        suggestions=series.REVIEWED + series.EXAMINED + series.OTHERS,
        screen="certificates",
        if_asked=True,
    ),
    Fact(
        "obtained",
        "date",
        "取得时间",
        "什么时候取得的？",
        "看批准文件或证书上的批准日期。没有“日”就只填年月。",
        screen="certificates",
    ),
    Fact(
        "date_kind",
        "choice",
        "日期种类",
        "这个日期是哪一种？",
        "本办法说的是“取得”职称，按批准日期算。",
        (
            Choice("approved", "批准（取得）日期"),
            Choice("appointed", "聘任日期"),
            Choice("printed", "发证日期"),
        ),
        ordinary="approved",
        screen="certificates",
    ),
    Fact(
        "recognised",
        "bool",
        "证书可查、受认可",
        "这本证书查得到、受认可吗？",
        ordinary=True,
        screen="certificates",
    ),
    Fact(
        "specialty_matches",
        "bool",
        "专业与申报职业相同或相近",
        "这个职称的专业，与要申报的职业（工种）相同或相近吗？",
        "本办法没有对照目录。拿不准就选“不确定”，结果里会写问谁。",
        clause="一（二）",
        statement="C012",
        screen="checklist",
    ),
)

_SKILL_ITEMS = (
    Fact(
        "level",
        "choice",
        "技能等级",
        "证书是哪一级？",
        "职业资格证书和职业技能等级证书都算。",
        SKILL_LEVELS,
        screen="certificates",
    ),
    Fact(
        "obtained",
        "date",
        "取得时间",
        "什么时候取得的？",
        "证书上没有“日”，就只填年月。",
        screen="certificates",
    ),
    Fact(
        "recognised",
        "bool",
        "证书可查、受认可",
        "这本证书查得到、受认可吗？",
        ordinary=True,
        screen="certificates",
    ),
    Fact(
        "same_occupation",
        "bool",
        "与本次申报同一职业（工种）",
        "证书的职业（工种），就是这次申报对应的职业（工种）吗？",
        screen="experience",
    ),
    Fact(
        "via_this_policy",
        "bool",
        "经本办法贯通取得",
        "这本证书是凭职称、按本办法取得的吗？",
        "只影响由三级升二级、二级升一级的“晋级”。",
        clause="三（二）晋级",
        statement="C028",
        screen="experience",
    ),
    Fact(
        "continuous",
        "bool",
        "取得后一直从事",
        "取得证书以后，一直从事这个职业（工种）吗？",
        "中断的时间不计入。取得证书以前的不算。",
        clause="四（二）3-②",
        statement="C056",
        screen="experience",
    ),
    Fact(
        "years_worked",
        "number",
        "实际从事年数",
        "取得证书以后，实际从事了多少年？",
        "中间有中断时填。可以填小数。",
        screen="experience",
        follows=("continuous",),
    ),
)

_AWARD_ITEMS = (
    Fact(
        "name",
        "text",
        "荣誉名称",
        "荣誉叫什么？",
        "不在名单里的，照证书写。",
        suggestions=HONOURS_SENIOR + HONOURS_ASSOCIATE,
        screen="honours",
    ),
    Fact(
        "role",
        "choice",
        "竞赛中的身份",
        "你在竞赛中是什么身份？",
        "只有竞赛要填。",
        (
            Choice("competitor", "本人参赛"),
            Choice("head_coach", "主教练"),
            Choice("assistant_coach", "助理教练"),
            Choice("other", "其他（专家、翻译、裁判等）"),
        ),
        screen="honours",
    ),
    Fact(
        "result",
        "text",
        "竞赛成绩",
        "得了什么奖？",
        "只有竞赛要填。",
        suggestions=CONTEST_RESULTS,
        screen="honours",
    ),
    Fact(
        "coached",
        "choice",
        "指导的是谁",
        "做教练时，指导的是谁？",
        choices=(Choice("student", "学生"), Choice("employee", "企业职工")),
        ordinary="student",
        screen="honours",
    ),
)

FACTS: tuple[Fact, ...] = (
    Fact(
        "as_of",
        "date",
        "年限计算到哪一天",
        "年限算到哪一天？",
        "不填就算到今天。当年的评审工作通知可能另定日期。",
        group="other",
        screen="certificates",
        full_date=True,
    ),
    _yes_no(
        "works_in_wuhan",
        "在汉工作",
        "你在武汉的单位工作吗？",
        clause="三（一）",
        statement="C022",
        roads=(TITLE_TO_SKILL,),
        group="work",
        screen="work",
    ),
    Fact(
        "employer_affiliation",
        "choice",
        "单位隶属",
        "你的单位归哪里管？",
        "申报职称要求单位是“本市所属”。",
        (
            Choice("wuhan", "本市所属（市、区单位或在汉注册企业）"),
            Choice("central_or_provincial", "驻汉的中央或省属单位"),
            Choice("elsewhere", "外地单位"),
            Choice("self_employed", "自由职业"),
            Choice("none", "没有单位"),
        ),
        clause="四（一）-①",
        statement="C048",
        group="work",
        screen="work",
    ),
    Fact(
        "person_type",
        "choice",
        "人员类型",
        "你属于哪一类人员？",
        choices=(
            Choice("enterprise_employee", "企业员工"),
            Choice("school_staff", "院校教职工"),
            Choice("public_institution_employee", "事业单位员工（院校以外）"),
            Choice("government_employee", "机关工作人员"),
            Choice("social_individual", "社会人员（没有单位或自由职业）"),
        ),
        clause="三（一）",
        statement="C022",
        group="work",
        screen="work",
    ),
    _yes_no(
        "employer_is_public_institution",
        "单位为事业单位",
        "你的单位是事业单位吗？",
        help="公办院校多是事业单位，民办的多不是。",
        clause="四（一）-②",
        statement="C049",
        roads=(SKILL_TO_TITLE,),
        group="work",
        screen="work",
        follows=("person_type",),
    ),
    _yes_no(
        "has_current_post",
        "现有工作岗位",
        "你现在有工作岗位吗？",
        clause="三（二）首段",
        statement="C024",
        ordinary=True,
        group="work",
        screen="work",
    ),
    Fact(
        "apply_as",
        "choice",
        "申报方式",
        "由单位组织申报，还是自己申报？",
        choices=(Choice("through_unit", "由单位组织"), Choice("individual", "个人申报")),
        clause="三（三）3",
        statement="C041",
        roads=(TITLE_TO_SKILL,),
        group="skill_road",
        screen="channel",
    ),
    _yes_no(
        "employer_accredited",
        "单位具有职业技能等级认定评价资质",
        "你的单位有职业技能等级认定评价资质吗？",
        help="有资质的企业、院校可以自己组织认定。不清楚就问单位人事部门。",
        clause="三（三）1-①",
        statement="C033",
        roads=(TITLE_TO_SKILL,),
        group="skill_road",
        screen="channel",
    ),
    _yes_no(
        "employer_scope_covers_occupation",
        "资质能满足本次贯通需求",
        "单位备案的职业（工种），包括你要申报的这一个吗？",
        clause="三（三）1-①",
        statement="C034",
        roads=(TITLE_TO_SKILL,),
        group="skill_road",
        screen="channel",
        follows=("employer_accredited",),
    ),
    _yes_no(
        "occupation_access_type",
        "申报职业为准入类",
        "要申报的职业（工种）是准入类吗？",
        help="看《国家职业资格目录》（2021年版）。多数职业不是准入类。",
        clause="三（三）4",
        statement="C042",
        roads=(TITLE_TO_SKILL,),
        group="skill_road",
        screen="channel",
    ),
    Fact(
        "titles",
        "list",
        "职称",
        "你有哪些职称？",
        "没有职称就选“没有”。",
        clause="三（一）",
        statement="C022",
        group="certificates",
        screen="certificates",
        items=_TITLE_ITEMS,
    ),
    Fact(
        "skills",
        "list",
        "职业资格或职业技能等级",
        "你有哪些技能证书？",
        "没有技能证书就选“没有”。",
        clause="四（一）-①",
        statement="C048",
        group="certificates",
        screen="certificates",
        items=_SKILL_ITEMS,
    ),
    Fact(
        "professional_qualification",
        "text",
        "只有职业资格、没有职称",
        "有没有别的专业技术人员职业资格？",
        "如二级建造师。没有职称时才要填。",
        clause="三（一）",
        statement="C022",
        claim=True,
        roads=(TITLE_TO_SKILL,),
        group="certificates",
        screen="certificates",
    ),
    _yes_no(
        "occupation_matches_current_post",
        "与现岗位对应的职业（工种）",
        "要申报的职业（工种），与你现在的岗位对应吗？",
        clause="三（二）首段",
        statement="C024",
        roads=(TITLE_TO_SKILL,),
        group="skill_road",
        screen="checklist",
    ),
    _yes_no(
        "cumulative_work_years_met",
        "累计工作年限达到申报条件",
        "你的累计工作年限，达到这个职业（工种）的申报条件了吗？",
        help="看这个职业（工种）的国家职业标准。本办法没有写具体年数。",
        clause="三（二）首段",
        statement="C024",
        roads=(TITLE_TO_SKILL,),
        group="skill_road",
        screen="checklist",
    ),
    _yes_no(
        "related_diploma",
        "有申报职业相关专业毕业证书",
        "你有这个职业（工种）相关专业的毕业证书吗？",
        help="只影响理论知识考试能不能免，不影响能不能申报。",
        clause="三（二）免考",
        statement="C030",
        roads=(TITLE_TO_SKILL,),
        group="skill_road",
        screen="channel",
    ),
    Fact(
        "target_skill_level",
        "choice",
        "拟申报的其他等级",
        "想申报三级、二级、一级以外的等级吗？",
        choices=(
            Choice("5", "五级/初级工"),
            Choice("4", "四级/中级工"),
            Choice("special_technician", "特级技师"),
            Choice("chief_technician", "首席技师"),
        ),
        claim=True,
        roads=(TITLE_TO_SKILL,),
        group="other",
        screen="channel",
    ),
    Fact(
        "claims_actual_skill_level",
        "choice",
        "自认具有相应技能等级水平",
        "你认为自己的技能已经达到哪一级？",
        "本办法说“具有相应技能等级水平的，可直接申报”，但没有写怎么认定。选了以后结果是“需确认”。",
        (Choice("3", "三级/高级工"), Choice("2", "二级/技师"), Choice("1", "一级/高级技师")),
        clause="三（二）直接申报",
        statement="C031",
        claim=True,
        roads=(TITLE_TO_SKILL,),
        group="other",
        screen="channel",
    ),
    Fact(
        "target_series",
        "text",
        "拟申报职称系列",
        "想申报哪个系列的职称？",
        "有的系列评审，有的系列考试。",
        suggestions=series.REVIEWED + series.EXAMINED,
        clause="二（一）",
        statement="C016",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="series",
    ),
    Fact(
        "target_specialty",
        "text",
        "拟申报专业",
        "想申报哪个专业？",
        "如“电气工程”。",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="series",
    ),
    _yes_no(
        "specialty_same_or_similar",
        "从事专业与申报职称专业相同或相近",
        "你从事的专业，与要申报的职称专业相同或相近吗？",
        help="本办法没有对照目录。拿不准就选“不确定”。",
        clause="一（二）",
        statement="C012",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="checklist",
    ),
    _yes_no(
        "does_professional_technical_work",
        "从事专业技术工作",
        "你从事专业技术工作吗？",
        help="在对应专业里做技术技能工作，一般就算。",
        clause="四（一）-①",
        statement="C048",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="checklist",
    ),
    _yes_no(
        "meets_hubei_conditions",
        "符合湖北省规定条件",
        "你符合湖北省对这个系列（专业）规定的申报评审条件吗？",
        help="看省里发布的本系列（专业）条件和当年的评审工作通知。",
        clause="四（二）1",
        statement="C052",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="checklist",
    ),
    _yes_no(
        "last3_appraisals_passed",
        "近3年度考核合格",
        "在现在的岗位上，近3年度考核都合格吗？",
        help="优秀、良好也算合格。",
        clause="四（二）3-①",
        statement="C055",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="experience",
    ),
    Fact(
        "years_in_current_post",
        "number",
        "现岗位年数",
        "在现在的岗位上工作几年了？",
        clause="四（二）3-①",
        statement="C055",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="experience",
    ),
    _yes_no(
        "employer_has_appraisals",
        "单位有年度考核",
        "单位每年做年度考核吗？",
        clause="四（二）3-①",
        statement="C055",
        ordinary=True,
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="experience",
    ),
    _yes_no(
        "public_institution_quota_available",
        "在岗位结构比例内",
        "单位的专业技术岗位还有结构比例空额吗？",
        help="只有事业单位要看。",
        clause="四（一）-②",
        statement="C049",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="checklist",
    ),
    _yes_no(
        "retired",
        "已退休",
        "你已办理退休手续了吗？",
        clause="四（一）-③",
        statement="C050",
        group="age",
        screen="age",
    ),
    _yes_no(
        "reached_retirement_age",
        "已达到退休年龄",
        "你已达到退休年龄了吗？",
        help="填了出生日期和性别就不用答。",
        clause="四（一）-③",
        statement="C050",
        roads=(SKILL_TO_TITLE,),
        group="age",
        screen="age",
        follows=("birth_date", "sex"),
    ),
    _yes_no(
        "delayed_retirement_procedure",
        "已办延缓退休手续",
        "按有关文件办了延缓退休手续吗？",
        clause="四（一）-③",
        statement="C050",
        roads=(SKILL_TO_TITLE,),
        group="age",
        screen="age",
        follows=("birth_date", "sex"),
    ),
    _yes_no(
        "flexible_delay_agreement",
        "弹性延迟退休约定",
        "和单位约定了弹性延迟退休吗？",
        clause="四（一）-③",
        statement="C050",
        ordinary=False,
        roads=(SKILL_TO_TITLE,),
        group="age",
        screen="age",
    ),
    Fact(
        "birth_date",
        "date",
        "出生日期",
        "你的出生日期？",
        "只在你的设备上用来算退休年龄。",
        clause="四（一）-③",
        statement="C050",
        personal=True,
        roads=(SKILL_TO_TITLE,),
        group="age",
        screen="age",
    ),
    Fact(
        "sex",
        "choice",
        "性别",
        "你的性别？",
        choices=(Choice("male", "男"), Choice("female", "女")),
        clause="四（一）-③",
        statement="C050",
        personal=True,
        roads=(SKILL_TO_TITLE,),
        group="age",
        screen="age",
    ),
    Fact(
        "female_original_retirement_age",
        "choice",
        "女性原法定退休年龄",
        "女性：2025年以前的规定里，你的退休年龄是几岁？",
        "看岗位：一般管理、技术岗位55岁，一般工人岗位50岁。拿不准就问单位人事部门。",
        (Choice("50", "50岁"), Choice("55", "55岁")),
        clause="四（一）-③",
        statement="C050",
        roads=(SKILL_TO_TITLE,),
        group="age",
        screen="age",
        follows=("sex",),
    ),
    _yes_no(
        "special_retirement_rule",
        "特殊工种等另有退休规定",
        "你是特殊工种，或另有提前退休的规定吗？",
        clause="四（一）-③",
        statement="C050",
        ordinary=False,
        roads=(SKILL_TO_TITLE,),
        group="age",
        screen="age",
    ),
    Fact(
        "awards",
        "list",
        "荣誉",
        "你得过哪些荣誉或竞赛奖？",
        "没有就选“没有”。",
        clause="四（二）4-②",
        statement="C060",
        roads=(SKILL_TO_TITLE,),
        group="honours",
        screen="honours",
        items=_AWARD_ITEMS,
    ),
    Fact(
        "expert_recommendations",
        "integer",
        "推荐专家人数",
        "有几名专家愿意推荐你？",
        clause="四（二）4-③",
        statement="C061",
        roads=(SKILL_TO_TITLE,),
        group="honours",
        screen="honours",
        follows=("awards",),
    ),
    Fact(
        "expert_title_level",
        "choice",
        "推荐专家的职称",
        "这些专家是什么职称？",
        choices=TITLE_LEVELS,
        clause="四（二）4-③",
        statement="C061",
        roads=(SKILL_TO_TITLE,),
        group="honours",
        screen="honours",
        follows=("awards",),
    ),
    _yes_no(
        "experts_same_industry",
        "专家属于本行业",
        "这些专家都是本行业的吗？",
        clause="四（二）4-③",
        statement="C061",
        roads=(SKILL_TO_TITLE,),
        group="honours",
        screen="honours",
        follows=("awards",),
    ),
    _yes_no(
        "outstanding_contribution",
        "突出贡献",
        "你为国家、省、市经济社会发展作出过突出贡献吗？",
        help="没有名单上的荣誉、想按这一条申报时才选“是”。结果是“需确认”。",
        clause="四（二）4-①",
        statement="C059",
        claim=True,
        roads=(SKILL_TO_TITLE,),
        group="honours",
        screen="honours",
    ),
    _yes_no(
        "long_term_frontline",
        "长期在一线",
        "你长期在生产服务一线岗位工作吗？",
        clause="四（二）4-①",
        statement="C059",
        ordinary=True,
        roads=(SKILL_TO_TITLE,),
        group="honours",
        screen="honours",
    ),
    Fact(
        "education",
        "text",
        "学历",
        "你的学历或毕业的班次？",
        "技工院校的班次可以按相当学历申报。",
        suggestions=CLASSES,
        clause="四（二）2-②",
        statement="C054",
        roads=(SKILL_TO_TITLE,),
        group="other",
        screen="channel",
    ),
    _yes_no(
        "exam_conditions_met",
        "符合该考试报考条件",
        "考试系列：你符合该考试的报考条件吗？",
        help="看该考试当年的报名通知。",
        clause="二（二）",
        statement="C018",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="series",
    ),
    _yes_no(
        "unit_has_junior_committee",
        "单位已组建初级评审委员会",
        "单位（或主管部门）组建了初级评审委员会吗？",
        help="只影响初级职称交到哪里。",
        clause="四（三）-③",
        statement="C065",
        roads=(SKILL_TO_TITLE,),
        group="title_road",
        screen="channel",
    ),
)

BY_KEY: dict[str, Fact] = {fact.key: fact for fact in FACTS}
