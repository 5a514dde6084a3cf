import { publicApiNames, publicApiSchema, type PublicApiName } from '#views/public/api.ts';

export const getStaticPaths = () => publicApiNames.map((name) => ({ params: { name } }));

export const GET = ({ params: { name } }: { params: { name: PublicApiName } }) =>
  Response.json(publicApiSchema(name));
