/** Keys that providers mark by their beginning. */
export const markedKey =
  /\b(?:(?:sk|rk|pk)_(?:live|test)_[\w]{8,}|whsec_[\w+/=]{8,}|gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{8,}|(?:AKIA|ASIA)[A-Z0-9]{12,}|AIza[\w-]{30,}|ya29\.[\w-]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|npm_\w{30,}|pypi-[\w-]{30,}|dop_v1_[a-f0-9]{32,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{16,}|sk-[\w-]{20,}|hf_\w{20,})/g;
/** A JSON Web Token, also one that is cut off. */
export const jwt = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
