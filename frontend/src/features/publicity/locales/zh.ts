export default {
  nav: '公示反馈',
  title: '公示反馈',
  intro: '反馈人的网络地址、设备和提交时刻均不保存。',
  publicPage: '打开公示页面',
  filter: '筛选反馈',
  all: '全部',
  none: '没有公示反馈',
  field: {
    receivedOn: '收到日期',
    about: '公示内容',
    text: '反馈意见',
    contact: '联系方式',
    state: '状态',
    handling: '处理情况',
    actions: '操作',
  },
  handle: {
    action: '处理',
    again: '修改处理情况',
    title: '处理公示反馈',
    done: '处理情况已记录',
  },
};
