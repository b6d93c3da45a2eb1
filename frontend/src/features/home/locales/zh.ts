export default { greeting: '您好，{{name}}' };
