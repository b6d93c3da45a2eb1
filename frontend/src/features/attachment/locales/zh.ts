export default {
  title: '佐证材料',
  none: '尚无佐证材料',
  add: '添加文件',
  bounds: '可上传 {{types}}，每个不超过 {{size}}，最多 {{count}} 个。',
  sending: '正在上传 {{name}}',
  cancel: '取消上传',
  added: '已添加 {{name}}',
  onRow: '第 {{number}} 行：{{text}}',
  rowGone: '所附的行已不在表中',
  inForm: '随表格提交',
  refused: {
    type: '{{name}} 的类型不支持，可上传 {{types}}',
    size: '{{name}} 超过 {{size}}',
    empty: '{{name}} 是空文件',
    count: '最多 {{count}} 个文件，请先移除不需要的',
  },
  remove: {
    action: '移除',
    named: '移除 {{name}}',
    follows: '移除后不再显示，文件和移除理由仍留存备查。',
    done: '佐证材料已移除',
  },
};
