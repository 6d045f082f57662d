/** The line icons of the phone and of the public pages; always beside a word, so always hidden from screen readers. */
const paths = {
  back: 'm15 5-7 7 7 7',
  go: 'm9 5 7 7-7 7',
  book: 'M12 6.5C10 5 7 4.5 3.5 4.8V19c3.5-.3 6.5.3 8.5 1.7 2-1.4 5-2 8.5-1.7V4.8C17 4.5 14 5 12 6.5zM12 6.5v14',
  cup: 'M4 8h12v7a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10h2a2.5 2.5 0 0 1 0 5h-2M8 2.5V5M12 2.5V5',
  doc: 'M6 3h9l4 4v14H6zM9.5 12h6M9.5 16h6',
  help: 'M4 5h16v11h-8l-5 4.5V16H4zM8.5 10.5h7',
  home: 'M3 11.5 12 4l9 7.5M5.5 9.8V20h13V9.8M10 20v-5.5h4V20',
  me: 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4 21c.8-4.5 4-6.5 8-6.500s7.2 2 8 6.5',
  ok: 'm4.5 12.5 5 5 10-11',
  cam: 'M3 8h4l2-3h6l2 3h4v12H3zM8.5 13.500a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11.500a6.5 6.5 0 0 0 13 0M12 18v3.5',
  phone: 'M6 3h3l1.7 5-2.2 1.600a12 12 0 0 0 5.9 5.900l1.6-2.2 5 1.700v3a3 3 0 0 1-3.2 3C10.2 20.5 3.5 13.8 3 6.200A3 3 0 0 1 6 3z',
  save: 'M7 3h10v18H7zM9.5 12l2 2 3.5-4M11 18.500h2',
  scale: 'M12 4v16M7 20h10M5 7l7-2 7 2M2.5 14 5 7l2.5 7a2.6 2.6 0 0 1-5 0zM16.5 14 19 7l2.5 7a2.6 2.6 0 0 1-5 0z',
  people:
    'M5 8.500a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2 20c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 5.300a3.5 3.5 0 0 1 0 6.400M18 14.500c2.3.8 3.7 2.7 4 5.5',
  print: 'M7 9V3h10v6M7 17H3.500V9h17v8H17M7 14h10v7H7z',
  search: 'M4 10.500a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 21 21',
  stop: 'M6.5 6.500h11v11h-11z',
  alert: 'M12 3.5 22 20.500H2zM12 10v5M12 17.800v.2',
  seal: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M8 12.500l3 3 5-6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M12 7v5l3.5 2.5',
  pen: 'M4 20l1-4.500L16.5 4 20 7.5 8.5 19zM14 6.500l3.5 3.5',
  coin: 'M3 6h18v12H3zM9.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M6 9v.2M18 15v.2',
  lang: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M3.5 12h17M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
} as const

export type IconName = keyof typeof paths

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)
