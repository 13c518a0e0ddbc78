"""Wrong words that official texts are known to hold, and what to write.

Many come from texts whose words were exchanged by machine: 服务 became 效劳, 安全 became 平安,
发展 became 开展. Such words are right in other places, so the pattern tells where they are wrong.
"""

from dataclasses import dataclass
from typing import Literal

HAN, PERCENT = "一-鿿", "[%％]"
EXCHANGED = "像是被机器替换过的词"
MISSPELT = "别字"
USAGE = "用词不规范"
SAFETY = (
    "生产|救援|演练|检查|大检查|培训|教育|隐患|知识|监管|监察|事故|帽|员|责任|意识|防护|操作|"
    "第一|管理|规程|技能|设施"
)


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A wrong word; `pattern` finds it where `wrong` alone would find too much."""

    wrong: str
    right: str
    reason: str
    pattern: str = ""
    severity: Literal["error", "warn", "hint"] = "error"


def _misspelt(*pairs: str) -> tuple[WrongWord, ...]:
    split = (one.split("→") for one in pairs)
    return tuple(WrongWord(wrong, right, MISSPELT) for wrong, right in split)


WRONG_WORDS: tuple[WrongWord, ...] = (
    WrongWord("效劳", "服务", EXCHANGED),
    WrongWord("平安", "安全", EXCHANGED, rf"平安(?=(?:{SAFETY}))"),
    WrongWord("屡次", "多次", EXCHANGED, r"(?<=[\d十几])\s?屡次"),
    WrongWord("根底", "基础", EXCHANGED),
    WrongWord("创造专利", "发明专利", EXCHANGED),
    WrongWord("国家创造", "国家发明", EXCHANGED, r"国家创造(?!专利|力|性)"),
    WrongWord("企业创立", "企业创建", EXCHANGED, r"(?<=和谐)\s?企业\s?创立"),
    WrongWord("回忆过去", "回顾过去", EXCHANGED, r"回忆(?=过去|一年|全年|这一年|今年|总结)"),
    WrongWord("和谐开展", "和谐发展", EXCHANGED, r"(?:(?<=和谐|科学|协调|平稳|社会|快速|质量)|(?<=[业济会]健康))开展(?![^，。；]{0,12}(?:活动|工作|检查|培训|竞赛|比武|宣传|调研))"),
    WrongWord("奉献", "贡献", EXCHANGED, rf"[做作]出[{HAN}]{{0,10}}?(?<!无私)(?P<word>奉献)"),
    WrongWord("到达", "达到", EXCHANGED, rf"到达(?=了?\d+(?:\.\d+)?{PERCENT})"),
    WrongWord("稳固", "巩固", EXCHANGED, r"稳固(?=和?(?:提高|提升|拓展|扩大|深化|成果|完善))"),
    WrongWord("缺乏之处", "不足之处", EXCHANGED),
    WrongWord("根本情况", "基本情况", EXCHANGED),
    WrongWord("根本信息", "基本信息", EXCHANGED),
    WrongWord("根本完成", "基本完成", EXCHANGED),
    WrongWord("局部企业", "部分企业", EXCHANGED, r"局部(?=企业|职工|单位|会员|干部)"),
    WrongWord("完备制度", "完善制度", EXCHANGED, r"完备(?=制度|机制|体系|措施)"),
    WrongWord("其具体", "现将", EXCHANGED, r"其具体(?=工作(?:简要)?(?:汇报|总结)如下)"),
    WrongWord("标准化工作", "规范化工作", EXCHANGED, r"(?<=工会|财务)标准化(?=工作|建设|知识)", "hint"),
    WrongWord("截止", "截至", USAGE, r"截止到?(?=\d|目前|现在|今年|去年|年底|月底|本月)"),
    WrongWord("做贡献", "作贡献", USAGE, r"做出(?=[^，。；、]{0,8}贡献)", "hint"),
    WrongWord("其它", "其他", USAGE, severity="hint"),
    WrongWord("涉及到", "涉及", USAGE, severity="hint"),
    WrongWord("度过难关", "渡过难关", USAGE, severity="hint"),
    WrongWord("法人代表", "法定代表人", USAGE, severity="hint"),
    WrongWord("社会各届", "社会各界", MISSPELT, r"各届(?=人士|群众|代表)|社会各届"),
    WrongWord("地税", "税务", "2018年国税地税已合并为税务局", r"地税(?=局|所|部门|代征|代收|机关)", "hint"),
    WrongWord("安监", "应急管理", "2018年起安监部门并入应急管理部门", r"安监(?=局|办|站|部门|所)", "hint"),
    *_misspelt(
        "再接再励→再接再厉", "一如继往→一如既往", "签定→签订", "修定→修订", "布署→部署",
        "台帐→台账", "帐户→账户", "帐目→账目", "记帐→记账", "建帐→建账", "既使→即使",
        "按装→安装", "坐谈会→座谈会", "园满→圆满", "竟赛→竞赛", "凭添→平添", "家俱→家具",
        "防碍→妨碍", "录相→录像", "融汇贯通→融会贯通", "迫不急待→迫不及待",
        "默守成规→墨守成规", "鼎立相助→鼎力相助", "名列前矛→名列前茅", "坚苦奋斗→艰苦奋斗",
        "穿流不息→川流不息", "震憾→震撼", "松驰→松弛",
        "报怨→抱怨", "幅射→辐射", "气慨→气概", "精萃→精粹", "渡假→度假", "挖墙角→挖墙脚",
        "一诺千斤→一诺千金", "不径而走→不胫而走", "金榜提名→金榜题名", "走头无路→走投无路",
        "趋之若骛→趋之若鹜", "谈笑风声→谈笑风生", "人情事故→人情世故",
        "职代汇→职代会", "工会会圆→工会会员", "代表大汇→代表大会", "帮抚→帮扶",
        "集体和同→集体合同", "劳动和同→劳动合同", "厂物公开→厂务公开", "结队帮扶→结对帮扶",
        "合法权宜→合法权益",
        "农明工→农民工", "经费审察→经费审查",
        "互助报障→互助保障", "送温暧→送温暖", "温暧→温暖", "因地治宜→因地制宜",
    ),
)  # fmt: skip
