// The menu: groups by what one wants to do, and their pages.
import { inspection, tables } from './data';
import { of, say } from './language';
import { href } from './route';

export interface MenuPage { to: string; title: string; about: string; on: (parts: string[]) => boolean }
export interface MenuGroup { title: string; pages: MenuPage[] }

const page = (name: string, title: string, about: string, more: string[] = []): MenuPage =>
  ({ to: href([name]), title, about, on: (parts) => [name, ...more].includes(parts[0]) });

// Nothing for a listing that this report does not have.
function listing(name: string, about: string, own = false): MenuPage[] {
  const table = tables.find((t) => t.name === name);
  return table ? [{
    to: own ? href([name]) : href(['table', name]), title: of(table.title), about,
    on: (parts) => (own && parts[0] === name) || (parts[0] === 'table' && parts[1] === name),
  }] : [];
}

export function groups(): MenuGroup[] {
  return [
    { title: say('要約', 'Summary'), pages: [{ to: href([]), title: say('要約', 'Summary'), about: '', on: (parts) => parts.length === 0 }] },
    { title: say('基準を比べる', 'Compare'), pages: [
      page('items', say('項目一覧', 'Items'), say('求められていること', 'what is asked of us'), ['framework', 'control']),
      page('matrix', say('マトリクス', 'Matrix'), say('話題ごとに、どの基準が何を求めるか', 'topic by topic: which framework asks what'), ['topic']),
      page('gaps', say('基準間の差', 'Differences'), say('ある基準だけが求めること', 'what one framework asks and another does not')),
    ] },
    { title: say('進める', 'Act'), pages: [
      ...(inspection ? [page('answers', say('点検結果', 'Answers'), say('答えたもの、答えから分かるもの、矛盾', 'answered, known from answers, conflicts'))] : []),
      ...listing('calendar', say('4月から3月までに行うこと', 'what to do from April to March'), true),
      page('coordination', say('庁内調整', 'Departments'), say('課ごと、二つの課の間', 'by department, and between two')),
      ...listing('role_pairs', say('役割どうしの共同の数', 'what roles share, in numbers')),
      ...listing('contracts', say('仕様書・契約書に入れること', 'what goes into specifications and contracts'), true),
      ...listing('transitions', say('更新の日と、新しい規則の始まり', 'renewals, and when the new rule begins')),
      ...listing('models', say('モデルごとに増える対策', 'measures each model adds')),
    ] },
    { title: say('監査する', 'Audit'), pages: [
      ...listing('audit', say('見る書類、確かめ方', 'documents to see, how to check')),
      ...listing('regimes', say('どの法令・基準が、なぜ及ぶか', 'which regimes apply, and why')),
      page('sources', say('証拠と出典', 'Sources'), say('どの版を、どこまで読んだか', 'which edition was read, and how far')),
      page('all', say('全部を印刷', 'Print all'), say('すべてを続けて', 'on one page')),
    ] },
  ];
}
