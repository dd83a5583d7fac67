"""Number formats as people and programs write them: more than two hundred, honest ones and others."""

from itertools import product

DIGITS = ("0", "0.0", "0.00", "#,##0", "#,##0.00", "#.##", "0.0#", "000", "?0.0", "0%", "0.0%", "0.00E+00")
"""How digits can be placed."""

AROUND = (
    "{0}", "{0}_ ", '{0}"亿元"', '{0}"万元"', '{0}"家"', '{0}"%"', "¥{0}", '"约"{0}', "[Red]{0}", "{0};[Red]-{0}",
    "{0}_);({0})", "{0};{0}", '{0};-{0};"-"', "[>400]{0};General", "[$-804]{0}", "{0},", '"1"{0}', "{0}*-",
    r"{0}\亿\元",
)  # fmt: skip
"""What can stand around them."""

OTHERS = (
    ";;;", ";", "", "@", '@"元"', "General", 'General"亿元"', "G/通用格式", '"4000"', '0"."0', r"0\.0", "0!.0",
    "[DBNum1]General", "[DBNum2]0.0", "[<0]-0.0;0.0", "yyyy-mm-dd", 'm"月"d"日"', "h:mm", "[h]:mm:ss", "# ?/?",
    "# ??/??", "?/?", "##0.0E+0", "0.0.0", "abc", "[White]0.0", "[Foo]0", '0"亿', "0;0;0;0;0", "000-0000",
    "(0.0)", "-0.0", "%0.0", "0.0%%", "0.0,,", "#,##0,.0", '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
)  # fmt: skip

CUSTOM = tuple(dict.fromkeys((*(around.format(one) for one, around in product(DIGITS, AROUND)), *OTHERS)))
"""All of them."""
