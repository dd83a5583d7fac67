"""The sentences of documents for Word; what they say of reports has the words of every other format."""

from ...text import Text

OPINION = Text("核验意见", "Assessment")
DRAFT = Text("初审意见（系统比对）", "First opinion (compared by a program)")
OF_TARGETS_MET = Text("{name}{period}数字经济目标完成情况", "{name}, {period}: digital-economy targets")
RUN = Text("本次核验情况", "About this run")
REPORTS = Text("报告一览", "All reports")
ENTITY = Text("核验对象", "Entity")

SUMMARY = Text("总体情况", "Summary")
FINDINGS = Text("指标完成情况表", "Table of findings")
OPINIONS = Text("逐项核验意见", "Findings in words")
NEEDED = Text("需补充的材料及时限", "What is needed, and by when")
NOTHING_NEEDED = Text("无需补充材料。", "Nothing is needed.")
BASIS = Text("口径说明与目标依据", "Definitions, and where the targets stand")
OVER_TIME = Text("历年进展", "Over time")

WORDINGS = Text("目标依据", "Where the targets stand")
DEFINITIONS = Text("指标口径", "Definitions")
HELD_TO = Text("核验口径", "What the report was held to")
NOTES = Text("数据审核提示", "Notes on the data")
CITED = Text("{name}：“{wording}”，见{told}。{note}", "{name}: “{wording}”, {told}. {note}")
DEFINED = Text("{name}：{definition}", "{name}: {definition}")
SETTING = Text("{name}：{value}。", "{name}: {value}.")

WHAT = Text("内容", "What")
BY_WHOM = Text("责任单位", "From whom")
UNTIL = Text("期限", "By when")
DATE_TO_FILL = Text("　　年　月　日前", "")
TO_FIX = Text("{message}（{where}）。{fix}。", "{message} ({where}). {fix}.")
TO_KNOW = Text("{message}（{where}）。", "{message} ({where}).")
TO_KNOW_ANYWHERE = Text("{message}。", "{message}.")
TO_FIX_ANYWHERE = Text("{message}。{fix}。", "{message}. {fix}.")

ATTACHED = Text("附件：{number}.{title}", "Appendices: {number}. {title}")
ATTACHED_TOO = Text("　　　{number}.{title}", "{number}. {title}")
ASSESSOR = Text("核验人：{name}", "Assessor: {name}")
CHECKER = Text("复核人：", "Second assessor:")
ORGANISATION = Text("核验单位（盖章）：{name}", "Organisation (seal): {name}")
ISSUER = Text("发文单位（盖章）：", "Office (seal):")
SIGNED_ON = Text("　　年　　月　　日", "Date:")
UNSIGNED = Text(
    "本意见由程序按填报材料比对生成，未经核验单位复核，不签章。",
    "A program compared what was handed in; no assessor has reviewed it, so nobody signs.",
)
ANSWER = Text("填报单位意见", "Answer of the submitter")
NO_OBJECTION = Text(
    "□无异议　　　　□有异议（理由及材料）：",
    "[ ] no objection    [ ] objection, with reasons and documents:",
)
SUBMITTER = Text("填报单位（盖章）：", "Submitter (seal):")
RUNNING = Text("示例，数值未经公布", "Illustrative, values not published")

DIGESTS = Text("文件摘要值", "Digests of the files read")
TOLD_OF = Text("数据审核情况", "What is said of the files")
INTERVALS = Text("认定值的可能范围", "Where the values may lie")
INTERVAL = Text("可能的范围", "It may lie in")
PLACES = Text("各单位情况", "Place by place")
ABSENT = Text("未报送。", "No report.")
COLON = Text("：", ": ")
