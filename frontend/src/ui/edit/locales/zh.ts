export default {
  save: '保存',
  cancel: '取消',
  shortcut: 'Ctrl+Enter 提交',
  // antd puts the label of the field in.
  required: '请填写${label}',
  reason: { label: '理由', hint: '记入审计日志，最多500字' },
  leave: {
    title: '内容尚未保存',
    text: '离开后，本页已填写的内容将丢失。',
    stay: '继续填写',
    leave: '放弃并离开',
  },
  close: { text: '关闭后，已填写的内容将丢失。', leave: '放弃并关闭' },
  stale: {
    title: '该内容已被他人修改',
    text: '您填写的内容都还在。载入最新内容后，您没有改动的项将更新为最新内容，您改过的项保持不变，核对后再保存。',
    reload: '载入最新内容并保留我的填写',
    merged: '已载入最新内容，请核对后保存。',
    clashes: '有 {{count}} 项您与他人都作了修改，已在相应位置标出。',
    theirs: '他人已改为：{{text}}',
    theirsOther: '他人也修改了此项，请核对',
    theirsEmpty: '他人已清空此项',
    gone: '该内容已不存在，或您已无权查看。',
  },
  draft: { restored: '已恢复您上次未提交的内容。', discard: '不用这些内容' },
};
