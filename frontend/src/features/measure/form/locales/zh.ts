export default {
  newTitle: '拟定防控措施',
  editTitle: '修改防控措施',
  what: '措施',
  who: '责任与时限',
  writtenHint: '是岗位、部门、多人或全体人员，不能对应到一名人员时照原文填写',
  frequencyHint: '不是一次完成的措施填写，如：每月、每批次',
  recorded: '措施已拟定',
  revised: '措施已修改',
};
