export default { nav: '分层监督' };
