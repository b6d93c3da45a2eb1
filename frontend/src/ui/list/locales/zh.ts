// Words of every list.
export default {
  label: '筛选条件',
  all: '全部',
  text: '文字',
  only: '仅本级，不含下级',
  more: '更多条件',
  less: '收起条件',
  clear: '清除条件',
  clearSet: '清除条件（已设 {{count}} 项条件）',
  columns: '显示列',
  columnsReset: '恢复默认列',
};
