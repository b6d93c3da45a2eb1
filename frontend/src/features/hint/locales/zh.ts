export default {
  title: '填报提示',
  what: '以下内容供填报人和审核人参考，不影响提交和审核。',
  none: '没有需要提示的内容',
  likeness: '相似 {{percent}}%',
  year: '（{{year}} 年）',
  and: '、',
  lacks: '缺少{{what}}',
  asLastYear: '有 {{count}} 条风险点与上年备案的内容基本相同',
  nothingFilled: '表中没有任何内容，提交前请确认确实没有可填的事项',
  nothingGrave: '{{count}} 个风险点中没有 A 级或 B 级',
};
