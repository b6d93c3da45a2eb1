export default { nav: '单位与岗位' };
