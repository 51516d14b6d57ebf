/** What a front matter key can change on other pages. */
export type KeyEffect =
  /** Shown wherever the page is named. */
  | 'title'
  /** Shown where the page is described. */
  | 'description'
  | 'date'
  /** Moves the page in lists. */
  | 'order'
  | 'tags'
  /** Handed down to the pages below. */
  | 'cascade'
  /** Puts the page elsewhere, or takes it out of lists. */
  | 'structure'
  /** Names the page, or a place in it, for links that the build resolves. */
  | 'reference'
  /** Makes the page another edition of others. */
  | 'edition'
  /** Puts the page into menus, which every page shows. */
  | 'navigation'
  /** May be shown beside the title in lists. */
  | 'listing'
  /** Unknown to Bengal's themes: shown elsewhere only if a template of the site names it. */
  | 'custom';

const EFFECTS: Readonly<Record<Exclude<KeyEffect, 'custom'>, readonly string[]>> = {
  title: ['title', 'nav_title', 'linktitle', 'link_title', 'short_title', 'menu_title'],
  description: ['description', 'summary', 'excerpt', 'subtitle', 'abstract', 'lead'],
  date: ['date', 'updated', 'lastmod', 'last_modified', 'modified', 'published_at'],
  order: ['weight', 'order', 'nav_order', 'sidebar_position'],
  tags: ['tags', 'tag', 'keywords'],
  cascade: ['cascade'],
  structure: [
    ...['slug', 'url', 'permalink', 'draft', 'published', 'hidden', 'visibility', 'private', 'noindex'],
    ...['expiry_date', 'expires', 'publish_date', 'lang', 'language', 'version', 'section', 'sort_by', 'sort_order'],
    ...['paginate', 'per_page', 'outputs', 'headless', 'redirect', 'redirect_to', '(front matter)'],
  ],
  reference: ['id', '(anchors)'],
  edition: ['translation_key'],
  navigation: ['menu', 'menus', 'nav', 'in_menu', 'show_in_menu', 'menu_weight', 'menu_parent'],
  listing: [
    ...[
      'type',
      'layout',
      'template',
      'variant',
      'content_type',
      'author',
      'authors',
      'image',
      'icon',
      'cover',
      'thumbnail',
      'banner',
    ],
    ...[
      'category',
      'categories',
      'series',
      'difficulty',
      'level',
      'status',
      'featured',
      'badge',
      'color',
      'eyebrow',
      'emoji',
      'props',
      'params',
    ],
  ],
};

const EFFECT_OF: ReadonlyMap<string, KeyEffect> = new Map(
  (Object.keys(EFFECTS) as (keyof typeof EFFECTS)[]).flatMap((effect) =>
    EFFECTS[effect].map((key) => [key, effect] as const),
  ),
);

export function effectOf(key: string): KeyEffect {
  return EFFECT_OF.get(key.toLowerCase()) ?? 'custom';
}
