import { EVENT } from '../event.js';
import { FIELD_CLASSES } from '../field.js';
import { TOPIC } from '../topic.js';
import { buildAsyncApi } from './build-async-api.js';
import { renderAsyncApiPage } from './render-async-api-page.js';

const document = buildAsyncApi({ topics: Object.values(TOPIC), allowedClasses: new Set(FIELD_CLASSES) });
const page = renderAsyncApiPage(document);

describe('the AsyncAPI page', () => {
  it('shows every event with its fields and an example', () => {
    for (const type of Object.values(EVENT)) expect(page).toContain(`<code>${type}</code>`);
    expect(page.split('<pre>')).toHaveLength(Object.keys(EVENT).length + 1);
    expect(page).toContain('<code>institutionId?</code>');
    expect(page).toContain('<code>entries[].outcome</code>');
  });

  it('loads nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\(|https?:/i);
  });

  it('leads every link of its navigation to a heading', () => {
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(links).toHaveLength(Object.keys(TOPIC).length);
    for (const target of links) expect(page).toContain(`id="${target}"`);
  });

  it('writes texts as texts, not as markup', () => {
    const title = '<script>alert("1")</script>';
    expect(renderAsyncApiPage({ ...document, info: { ...document.info, title } })).not.toContain('<script');
  });
});
