"""A few reports in rows: places by several names, periods in several spellings, and a row without a place."""

import datetime

from ..load.tables.arrow.tables import figure, table

DAY = datetime.date(2026, 2, 28)
ROWS = table(
    figure("gdp", "20000亿元"),
    figure("core_share_of_gdp", "13.5%"),
    {**figure("core_share_of_gdp", "19.0%"), "entity": "wuhan-wedz"},
    {**figure("core_value_added", "2700亿元"), "entity": "武汉", "period": "2025年"},
    {**figure("core_value_added", "400亿元"), "entity": "武汉经开区", "period": "2025年"},
    {**figure("core_share_of_gdp", "12%"), "entity": "Wuhan", "period": "2024"},
    {**figure("gdp", "1亿元"), "entity": " "},
    {**figure("gdp", "1亿元"), "entity": "Atlantis"},
)
