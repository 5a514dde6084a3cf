import { apiData, apiNames } from '#views/internal/api/index.ts';
import { site } from '../../site.ts';

export const getStaticPaths = () => apiNames.map((name) => ({ params: { name } }));

export const GET = ({ params }: { params: { name: string } }) =>
  Response.json(apiData(site(), params.name));
