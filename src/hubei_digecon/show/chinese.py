"""Where a Chinese line may be broken: between words, which are not written apart."""

from collections.abc import Iterator

_WORDS = """
地区生产总值 生产总值 增加值 可比价 现价增速 增速 增减 增长 增幅 减少 下降 提高 提升 变动 变化 总量 比重
占比 数量 规模 核心 产业 产值 收入 数字 经济 信息 智能 人工智能 元宇宙 未来 赛道 算力 数据 互联网 工业
制造业 服务业 软件 电子 光电子 传统 技术 变革 路径 模式 突破 突破性 发展 创新 平台 应用 示范区 示范
示范城市 城市 标杆园区 标杆 园区 开发区 高新区 瞪羚 企业 百强 融合 贯标 两化 省级 国家 国家级 市级 全省
全国 全市 湖北省 湖北 武汉市 武汉 东湖 光谷 车谷 襄阳 宜昌 黄石 荆州 荆门 十堰 孝感 黄冈 鄂州 咸宁 随州
恩施 仙桃 潜江 天门 神农架 通知 印发 名单 第一批 规划 方案 行动 计划 三年 工作 报告 报告期 政府 人民政府
办公厅 办公室 发展改革委 统计局 统计 公报 快报 口径 范围 分类 大类 定义 依据 标准 标识 名称 指标 目标值
目标 目标年 完成 完成值 完成率 未完成 待核定 核定 未填报 填报 未报送 未报 报送 未到期 未到 未达 未说明
说明 未注明 注明 未写明 未取得 未经 考核期 考核 不纳入 纳入 经批准 批准 核定值 认定 认定值 认定意见 意见
核验 核减 核算 核实 复核 复算 复核人 核验人 核验意见 结论 总体 阶段性 情况 填写 次数 序号 单位 类别 对象
任务 定性 定量 相差 差距 最大 较上年 上年 上年同期 同期 去年 本年 年度 年末 期末 期初 基期值 基期 起算
时间 时期 时点 日期 截至 累计 当年 新增 新建 新引进 引进 存量 增量 进度 进度比 序时 滞后 符合 快于 低于
高于 不低于 不高于 不超过 超过 达到 持平 上限 下限 区间 平均 实现 程度 位次 排位 非官方 官方 覆盖率
填报率 佐证 证据 材料 清单 附件 来源 已注明 已附 仅自报 自报 已核实 已完成 已实现 已达到 推进中 部分
未启动 数值 疑点 错误 提示 改正 须更正 须说明 修约 误差 临界值 百分点 个百分点 亿元 万元 万亿元 千元
百万元 万人 万架 万件 万户 万家 同比 年均 年份 季度 上半年 前三季度 全年 有效 待补充 补充 待补正 补正
退回 重报 不合格式 合格 格式 读取 无法 文件夹 文件 引号 括号 逗号 小数 小数位 整数 分母 分子 文字 文义
原文 出处 段落 表格 工作表 工作簿 单元 单元格 理解 影响 可能 任何 任一 其他 其中 不能 不足 不同 不作 不计
不含 没有 条件 是否 应当 可以 需要 必须 如果 或者 以及 以上 以下 以内 之间 之外 之内 按照 根据 对照 对比
比较 因此 所以 由于 原因 偏差 改进 措施 时限 责任 投产 推迟 企业名单 进展 历年 实际 预计 初步 最终 正式
约束性 预期性 预期 力争 列出 列明 显示 默认 设置 选项 命令 用法 帮助 示例 公布 仅供 演示 无清单 断点 调整
标记 性质 计量 方式 权重 相同 各地 直接 不宜 一项 一种 另一 两个 两者 每年 各年 机构 部门 处室 设备 用户
人口 项目 证书 编号 代码 信用 社会 统一 认定日期 发证 有效期 榜单 迁入 新设 落地 注册 摘要值 摘要 脚本
补全 打印 输出 输入 网页 浏览 合并 请求 运行 扫描 工具 供人 阅读 程序 问题 逐项 汇总 一行 每处 每项 附录
图例 系统 比对 初审
"""
WORDS = frozenset(_WORDS.split())
"""Words that stay whole at the end of a line: those of the trade, and those of its sentences."""

_LONGEST = max(map(len, WORDS))
_ALONE = frozenset(
    "的和与或及在由按为是至从对于以把被不未已应共各每该其这那也都又并即则可须能有无较个家户项人件元年月日段行列条次份处级类种笔架倍"
)
"""Characters that are words by themselves, also behind a number."""
_LEADING = frozenset("与按由为在从对以把被不未已应各每该其这那较须能无第")
"""Those that stay with the word behind them."""

_PAIR = 2


def words_in(run: str) -> Iterator[str]:
    """Return a run of Chinese characters cut into words: the longest known one from each place on; what is
    not known is taken in pairs, the last of three with them.
    """
    start = at = 0
    while at < len(run):
        end = _end_of(run, at)
        if end == len(run) or run[at:end] not in _LEADING:
            yield run[start:end]
            start = end
        at = end


def _end_of(run: str, at: int) -> int:
    """Return where the word that begins at ``at`` ends."""
    known = _known(run, at)
    if known or run[at] in _ALONE:
        return known or at + 1
    end, most = at + 1, min(at + _PAIR + 2, len(run))
    while end < most and run[end] not in _ALONE and not _known(run, end):
        end += 1
    return end if end - at <= _PAIR + 1 else at + _PAIR


def _known(run: str, at: int) -> int:
    """Return where the longest known word from ``at`` on ends; 0 where none begins."""
    return next((end for end in range(min(at + _LONGEST, len(run)), at + 1, -1) if run[at:end] in WORDS), 0)
