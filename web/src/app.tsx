/*! This page contains Preact, copyright (c) 2015-present Jason Miller, under the MIT License:
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and
this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED
"AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE. */
// The page of report.html: what stands at which address, and what surrounds it.
import './app.css';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Language, head } from './data';
import { T, language, say, setLanguage } from './language';
import { href, readRoute } from './route';
import { ControlPage } from './control';
import { CoordinationPage } from './coordination';
import { GapsPage } from './gaps';
import { FrameworkPage, ItemsPage, Missing } from './items';
import { MatrixPage, TopicPage } from './matrix';
import { AnswersPage } from './answers';
import { CalendarPage } from './calendar';
import { ContractsPage } from './contracts';
import { groups } from './menu';
import { AllPage, SearchPage, SourcesPage, TablePage } from './others';
import { warmUp } from './search';
import { SummaryPage } from './summary';

function Page({ parts, query }: { parts: string[]; query: string }) {
  const [page, ...rest] = parts;
  switch (page) {
    case undefined: return <SummaryPage />;
    case 'items': return <ItemsPage />;
    case 'framework': return <FrameworkPage id={rest[0] ?? ''} />;
    case 'control': return <ControlPage framework={rest[0] ?? ''} id={rest[1] ?? ''} />;
    case 'matrix': return <MatrixPage />;
    case 'topic': return <TopicPage id={rest[0] ?? ''} />;
    case 'gaps': return <GapsPage />;
    case 'coordination': return <CoordinationPage />;
    case 'answers': return <AnswersPage />;
    case 'calendar': return <CalendarPage />;
    case 'contracts': return <ContractsPage />;
    case 'sources': return <SourcesPage />;
    case 'table': return <TablePage name={rest[0] ?? ''} />;
    case 'search': return <SearchPage query={query} />;
    case 'all': return <AllPage />;
    default: return <Missing what={parts.join('/')} />;
  }
}

// Groups, and below them the pages of the one that is open.
function Navigation({ parts }: { parts: string[] }) {
  const all = groups();
  const open = all.find((group) => group.pages.some((page) => page.on(parts)));
  const line = useRef<HTMLUListElement>(null);
  // On a narrow screen the line scrolls: the page one is on is to be seen.
  useEffect(() => {
    const here = line.current?.querySelector<HTMLElement>('[aria-current]');
    if (here && line.current) line.current.scrollLeft = here.offsetLeft - line.current.offsetLeft - 40;
  });
  return (
    <nav class="main" aria-label={say('ページ', 'Pages')}>
      <ul class="groups">{all.map((group) => <li><a href={group.pages[0].to} aria-current={group !== open ? undefined : group.pages.length === 1 ? 'page' : 'true'}>{group.title}</a></li>)}</ul>
      {open && open.pages.length > 1 && <ul class="pages" ref={line} aria-label={open.title}>{open.pages.map((page) => <li><a href={page.to} aria-current={page.on(parts) ? 'page' : undefined}>{page.title}</a></li>)}</ul>}
    </nav>
  );
}

function App() {
  const [route, setRoute] = useState(readRoute);
  const [shown, setShown] = useState<Language>(language());
  const [text, setText] = useState(route.parts[0] === 'search' ? route.query.get('q') ?? '' : '');
  const input = useRef<HTMLInputElement>(null);
  const typing = useRef(0);
  const first = useRef(true);
  const where = route.parts.join('/');

  useEffect(() => {
    const moved = () => {
      const next = readRoute();
      setRoute(next);
      setText(next.parts[0] === 'search' ? next.query.get('q') ?? '' : '');
    };
    const slash = (event: KeyboardEvent) => {
      const on = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(on.tagName)) return;
      event.preventDefault();
      input.current?.focus();
    };
    // On paper nothing can be opened.
    const unfold = () => document.querySelectorAll<HTMLDetailsElement>('main details').forEach((box) => { box.open = true; });
    addEventListener('beforeprint', unfold);
    addEventListener('hashchange', moved);
    addEventListener('keydown', slash);
    const idle = setTimeout(warmUp, 500);
    return () => {
      clearTimeout(idle);
      removeEventListener('beforeprint', unfold);
      removeEventListener('hashchange', moved);
      removeEventListener('keydown', slash);
    };
  }, []);
  useEffect(() => {
    const h1 = document.querySelector<HTMLElement>('main h1');
    document.title = (h1?.textContent ?? '') + say(' - サイバーセキュリティ対応状況', ' - Cybersecurity status');
    if (!first.current && document.activeElement !== input.current) {
      scrollTo(0, 0);
      h1?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [where, shown]);

  const look = (value: string, now: boolean) => {
    setText(value);
    clearTimeout(typing.current);
    typing.current = window.setTimeout(() => {
      const to = href(['search'], { q: value.trim() });
      // One step in the history for one search, however it is typed.
      if (readRoute().parts[0] === 'search') history.replaceState(null, '', to);
      else history.pushState(null, '', to);
      setRoute(readRoute());
    }, now ? 0 : 60);
  };
  const choose = (to: Language) => {
    setLanguage(to);
    setShown(to);
    try {
      sessionStorage.setItem('kakehashi-language', to);
    } catch { /* not kept then */ }
  };
  const skip = (event: Event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <div class="page">
      <a class="skip" href="#main" onClick={skip}>{say('本文へ', 'Skip to content')}</a>
      <header class="top">
        <div class="bar-top">
          <p class="name"><a href={href([])}><T of={head.organization} /></a><span>{say(`基準日 ${head.on[1]}　データ版 ${head.version}　庁内限り`, `As of ${head.on[2]}, data ${head.version}, for internal use`)}</span></p>
          <form role="search" onSubmit={(event) => { event.preventDefault(); look(text, true); }}>
            <label for="search">{say('さがす', 'Search')}</label>
            <input id="search" ref={input} type="search" value={text} autocomplete="off" aria-keyshortcuts="/" placeholder={say('番号・見出し・要旨・課（/）', 'number, title, gist, department (/)')}
              onInput={(event) => look(event.currentTarget.value, false)} />
          </form>
          <div class="languages" role="group" aria-label="言語 / Language">
            <button type="button" lang="ja" aria-pressed={shown === 'ja'} onClick={() => choose('ja')}>日本語</button>
            <button type="button" lang="en" aria-pressed={shown === 'en'} onClick={() => choose('en')}>English</button>
          </div>
        </div>
        <Navigation parts={route.parts} />
      </header>
      <main id="main" key={where + shown}><Page parts={route.parts} query={route.query.get('q') ?? ''} /></main>
      <footer><p>{say('本書は所管省庁の公式見解ではありません。要旨と理由は当方の言葉です。関係や推定は、対応表から導いたものを含みます。', 'Not an official view of any ministry. Gists and reasons are the project’s own words. Relations and states include what is derived from the tables.')}</p></footer>
    </div>
  );
}

let kept: string | null = null;
try {
  kept = sessionStorage.getItem('kakehashi-language');
} catch { /* none then */ }
setLanguage(kept === 'ja' || kept === 'en' ? kept : head.language);
render(<App />, document.getElementById('app')!);
document.documentElement.dataset.ready = String(Math.round(performance.now()));
