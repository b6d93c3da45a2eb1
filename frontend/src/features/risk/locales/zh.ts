export default { nav: '风险点' };
