/** The words of the page itself. What the policy says comes from the result or stands in the form's HTML. */

import type { Trouble } from "./engine/engine";

export const STATUS = {
  eligible: "可申报",
  from: (day: string): string => `${day} 起可申报`,
  fromIfConfirmed: (day: string): string => `${day} 起，须先确认`,
  confirm: "需确认",
  unanswered: "还没答完",
  held: "已持有",
  no: "不可申报",
};

export const CONDITION = { met: "符合", later: "到日子", unmet: "不具备", unknown: "还没答", idle: "不必再问", judgement: "需确认" };

export const LABEL = {
  since: "从哪天",
  until: "截止",
  missing: "还差",
  sessions: "场次",
  open: "还没定",
  reasons: "逐条理由",
  shared: "每条路都要满足",
  confirm: "要确认",
  notes: "还要知道",
  stand: "你在立交桥的哪里",
  targets: "每一级的理由",
  asks: (count: number): string => (count === 0 ? "要问清楚的事" : `要问清楚的事（${count} 件）`),
  nobody: "还要核对",
  sharedByLevels: "几级共同的条件",
  held: "已有的和更低的等级",
  contains: "包括",
  earlier: "或更早",
  timeline: "从今天到退休",
  today: "今天",
  change: "最小改变",
  plan: "往前的路",
  contents: "结果的内容",
  jump: { stand: "图示", days: "日子", why: "理由", road: "往前的路", do: "怎么办", ask: "要问的事" },
  ask: (office: string): string => `由谁确认：${office}`,
  problems: "填的内容有疑问",
  titleToSkill: "怎么办：用职称申报技能等级",
  skillToTitle: "怎么办：用技能等级申报职称",
  option: (number: number): string => `可能 ${number}`,
  receiver: "交到哪里",
  issuer: "谁来发证",
  certificate: "发什么证",
  materials: "带什么",
  copies: (count: number): string => `${count} 份`,
  copiesOpen: "份数未写",
  theory: "理论考试",
  steps: "怎么走",
  committee: "谁来评",
  treatedAs: "学历按什么算",
  retirement: "退休年龄",
  basis: "依据",
};

/** Words in the picture of the two ladders. */
export const PICTURE = {
  skills: "技能等级",
  titles: "职称",
  ask: "需确认",
  from: (day: string): string => `${day} 起`,
  /** What a rung is to the person, in a few words; honours are had, not climbed. */
  rung: ({ id, state, date }: { readonly id: string; readonly state: string; readonly date: string | null }): string => {
    if (id === "honour") return { held: "你有", ask: "需确认", shut: "没有", blank: "还没答" }[state] ?? "";
    if (state === "past") return date === null ? "已越过" : `${date.slice(0, 4)} 取得`;
    if (state === "dated" && date !== null) return `${date} 起`;
    return { held: "你在这里", open: "可申报", ask: "需确认", blank: "还没答完", shut: "不可申报" }[state] ?? "";
  },
  /** Lines of the picture, in the legend and as heads of the list beside it. */
  line: { held: "你在这里", open: "现在能走", dated: "到日子能走", ask: "需确认", blank: "还没答完", shut: "现在走不通", past: "通向已有的等级" },
  past: "不必再申报",
  held: (name: string, date: string): string => `${name}（${date} 取得）`,
  heldIf: (says: string, date: string): string => `${says}（${date} 起，须先确认）`,
  answeredIf: (says: string, date: string): string => `${says}（最早 ${date}）`,
  shut: (name: string, missing: string): string => (missing === "" ? name : `${name}：还差${missing.replace(/^时间：/, "时间，")}`),
  legend: "图例",
};

export const THEORY = { may_be_exempt: "可能免考，由评价机构定", not_exempt: "不能免", unknown: "还不能定" };

/** The ways ahead. */
export const PLAN = {
  lead: "选一个目标，看从今天的证书怎样走最快。两边的梯子都算。",
  target: "目标",
  skillMonths: "技能评价要几个月",
  titleMonths: "职称评审要几个月",
  apply: (day: string, name: string): string => `${day} 申报${name}`,
  road: (says: string): string => `走哪条路：${says}。`,
  session: (month: string): string => `能赶上的集中认定：${month}。`,
  obtained: (day: string): string => `约 ${day} 取得。`,
  other: (says: string, day: string): string => `也可以走“${says}”，${day} 起。`,
  confirm: (points: string): string => `到时候还要确认：${points}。`,
  others: "别的走法",
  over: (day: string, names: string): string => `${day} 可申报：先取得${names}`,
  straight: (day: string): string => `${day} 可申报：不用先取得别的证书`,
  assumes: "这样算的前提",
  onPaper: (name: string, says: string, obtained: string, clause: string): string => `申报${name}（${says}，${clause}），约 ${obtained} 取得`,
};

/** Who signs, and what may be put forward. */
export const SIGN = {
  order: "谁盖章、按什么顺序",
  head: ["次序", "谁", "做什么", "依据"],
  direct: "直接申报由谁推荐",
  directHead: ["申报什么", "凭什么荣誉", "由谁推荐", "依据"],
  short: "谁盖章",
  print: "打印这张表",
  worksheetTitle: "申报职称的业绩清单",
  worksheet: "业绩怎么列（可以打印出来填）",
  worksheetHead: ["类别", "原文列出的项目", "你的业绩（时间、内容）", "证明材料"],
  since: (name: string, day: string): string => `你取得${name}证书的时间：${day}`,
  period: (words: string): string => `原文写的期间：“${words}”。`,
};

/** What only paper says. */
export const PAPER = {
  title: "职称与技能等级贯通 · 自查结果，不是受理结论",
  given: "填写的情况",
  alike: (option: string): string => `同“${option}”的，另加：`,
  address: (link: string): string => `要核对，打开这个网址重新计算（不含出生日期和性别）：${link}`,
  answered: "答复人：　　　　　　　　　　　　日期：　　　　　　　　",
};

export const SENTENCE = {
  onlyTime: "时间。到日子就行。",
  earlier: "有关单位确认了，现在就可申报。",
  asksLater: "还有问题没有答。先把能答的答完，这里才齐全。",
  openQuestions: "你还有没答的问题，答完再看。",
  openConfirm: (offices: string): string => `能答的都答了，其余要确认。由谁确认：${offices}。`,
  openConfirmNobody: "能答的都答了。还要确认。",
  ifConfirmed: (day: string): string => `${day}，以确认为前提`,
  asOf: (day: string): string => `按 ${day} 的情况计算`,
  version: (rules: string): string => `规则版本 ${rules.slice(0, 12)}`,
  nature: "这是自查结果，不是受理结论。“可申报”只说可以递交申请。",
  first: "填一本证书，就会看到第一个答案。",
  left: (count: number): string => `${count} 问还会影响结果`,
  next: (label: string): string => `接着答：${label}`,
  settled: "没有别的问题会改变结果了。",
  folded: (count: number): string => `已收起 ${count} 个不影响结果的问题。`,
};

export const STEP = {
  count: (at: number, left: number): string => (left > 0 ? `第 ${at} 步，最多还有 ${left} 步` : `第 ${at} 步，最后一步`),
  missing: "这一项还没填。不知道就再点一次“下一步”。",
};

export const PAGE = {
  title: "你可以申报哪一级",
  intro: "先填证书，再答工作情况。不确定的可以不答，答案会随着填写更新。",
  waiting: "计算程序备好以后，答案会出现在这里。你填的内容都在。",
  meanwhile: "等不及，可以先",
};

export const ROW = {
  change: (what: string): string => `改：${what}`,
  remove: (what: string): string => `删除：${what}`,
};

export const FOLD = { rare: (count: number): string => `少见情况（${count} 问）` };

export const GIVEN = {
  change: "改",
  changeOf: (label: string): string => `改：${label}`,
  unsure: "你答了不确定",
  heading: (count: number): string => `已经回答的（${count} 项）`,
  more: (count: number): string => `接着答，还有 ${count} 步`,
  others: "还可以答",
  answer: "答",
  answerOf: (label: string): string => `答：${label}`,
};

export const LIVE = {
  unsure: (offices: string): string => `你答了“不确定”的，要向${offices}确认`,
  judged: (offices: string): string => `政策条件已满足，另须向${offices}确认`,
  office: "有关单位",
};

export const LOADING = {
  download: "正在下载计算程序，你可以接着填",
  start: "正在启动计算程序，你可以接着填",
  ready: "计算程序已备好，断网也能算。",
  amount: (loaded: number, total: number): string =>
    `${(loaded / 1e6).toFixed(1)} / ${(total / 1e6).toFixed(1)} MB，${Math.floor((100 * loaded) / total)}%`,
};

export const TROUBLE: Record<Trouble, string> = {
  unsupported: "这个浏览器太旧，不能运行计算程序。换新一点的浏览器，或直接查对照表。",
  download: "计算程序没有下载完。看看网络，再试一次。你填的内容还在。",
  offline: "现在没有网络。连上以后会自动再试。你填的内容还在。",
  replaced: "网站刚换了新版本，这一页还是旧的，要重新打开。",
  changed: "收到的计算程序和发布的不一样，没有运行它。可能是网络在中途改了内容。换个网络，再试一次。你填的内容还在。",
  start: "计算程序没有启动起来。你填的内容还在，可以再试一次。",
  crash: "计算程序停了。你填的内容还在，可以再试一次。",
  slow: "计算程序太久没有回应。你填的内容还在，可以再试一次。",
};

export const ACTION = {
  print: "打印",
  retry: "再试一次",
  reopen: "带着填的内容重新打开",
  reopenNote: "填的内容会写进网址 # 的后面，不发给网站。出生日期、性别不写进去，要再填一次。",
  tables: "看对照表",
  fillHere: "在这里填",
  dismiss: "知道了",
  copied: "链接已复制。",
  copiedWithout: (labels: string): string => `链接已复制，里面没有${labels}。`,
  byHand: "浏览器不让复制。",
  cleared: "已清除。",
};

export const DISCARDED =
  "浏览器为省内存收回过这一页，填的内容没有留下，因为本站什么也不存。要离开一会儿，可以先复制链接，回来时打开它。";

/** Keeping the program for times without a network. */
export const OFFLINE = {
  saving: "正在存到这台设备上。",
  kept: (megabytes: string): string => `已存好，占约 ${megabytes} MB。没有网络时，打开这一页也能计算。`,
  without: "现在没有网络，用的是存在这台设备上的这一版。连上网络再打开，就是最新的一版。",
  gone: "已全部删掉。",
  failed: "没能存下来，可能是空间不够，或者浏览器不允许。有网络时照样能用。",
};

export const LINK = {
  intro: "打开的链接里，有些内容不能用。其余的已经填好。",
  item: (name: string, says: string): string => `${name}：${says}`,
  unknown: (name: string, given: string): string => `“${name}”不是这里的问题，填的 ${given} 没有采用。`,
  help: "链接可以写什么",
  nothing: "还没有回答，链接里什么也没有。",
  contains: (labels: string): string => `链接里有你的回答：${labels}。没有姓名和证件号码。谁拿到链接，谁就能看到。`,
  code: "二维码，内容就是这个链接",
  tooLong: "回答太多，一个二维码装不下。请用“复制链接”。",
};
