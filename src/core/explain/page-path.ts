/** The path of a problem's page. */
export const pagePath = (api: string, problem: string): string => `/${api}/${problem}.md`;

/** What stands for the problem in the path of an API's own page. */
export const apiPageName = 'index';

export const apiPagePath = (api: string): string => pagePath(api, apiPageName);
