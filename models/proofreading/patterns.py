"""What several checks of a text look for: characters, numbers and measure words."""

HAN = "一-鿿"
NUMBER = r"\d+(?:\.\d+)?"
# Longer ones first, so that 人次 is not read as 人.
MEASURES = (
    "个百分点|平方米|人次|家次|户次|场次|件次|万元|亿元|个月|小时|分钟|课时|学时|公里|公斤|"
    "家|户|人|名|位|个|件|份|元|条|项|次|场|期|篇|套|台|亩|组|枚|块|张|副|幅|面|本|册|只|"
    "处|例|间|宗|起|批|类|种|支|辆|盒|箱|瓶|部|首|节|轮|遍|吨|斤|米|对"
)
PERCENT = "[%％]"
