// Jest loads this outside its own module system, so it runs what `npm run build` made.
module.exports = () => require('@yiyang/local-servers').startTestServers();
