/** Table of a topic in the bus database: `yiyang.care-state.v1` → `topic_yiyang_care_state_v1`. */
export function topicTable(topic: string): string {
  if (!/^[a-z][a-z0-9.-]{0,50}$/.test(topic)) throw new Error('a topic name is lower case, digits, dots and dashes');
  return `topic_${topic.replaceAll(/[.-]/g, '_')}`;
}
