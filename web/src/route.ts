// Where in the report one is: #/page/part?filter=value.
export interface Route { parts: string[]; query: URLSearchParams }

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export function readRoute(): Route {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

export function href(parts: string[], query?: Record<string, string>) {
  const kept = Object.entries(query ?? {}).filter(([, value]) => value !== '');
  const tail = kept.length ? '?' + new URLSearchParams(kept) : '';
  return '#/' + parts.map(encodeURIComponent).join('/') + tail;
}

// Filters go into the address without a step in the history.
export function keepQuery(query: Record<string, string>) {
  history.replaceState(null, '', href(readRoute().parts, query));
}
