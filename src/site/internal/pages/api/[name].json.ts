import { apiData, apiNames, apiSchema, type ApiName } from '#views/internal/api/index.ts';
import { site } from '../../site.ts';

/** Each list and, beside it, the JSON Schema that it keeps to. */
export const getStaticPaths = () =>
  apiNames.flatMap((list) => [
    { params: { name: list }, props: { list, isSchema: false } },
    { params: { name: `${list}.schema` }, props: { list, isSchema: true } },
  ]);

export const GET = ({ props: { list, isSchema } }: { props: Props }) =>
  Response.json(isSchema ? apiSchema(list) : apiData(site(), list));

interface Props {
  list: ApiName;
  isSchema: boolean;
}
