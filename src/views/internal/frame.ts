import type { Site } from '#model/site.ts';
import { frameOf, type Frame, type FramePage } from '../frame.ts';

/** The frame of an internal page. */
export function internalFrame({ config }: Site, page: FramePage): Frame {
  return frameOf(
    {
      audience: 'internal',
      organization: config.organization,
      language: config.language,
      zone: config.timezone,
      base: config.base.internal,
      address: config.address.internal,
      theme: config.theme,
    },
    page,
  );
}

/** The address of a page, base included. */
export function internalHref({ config }: Site, path: string): string {
  return config.base.internal + path;
}

/** Where a record can be edited, if the configuration says where the repository is. */
export function editHref({ config }: Site, file: string): string | undefined {
  const base = config.repository?.edit_url;
  return base && `${base.replace(/\/+$/, '')}/${file}`;
}
