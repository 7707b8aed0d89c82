module.exports = () => require('@yiyang/local-servers').stopTestServers();
