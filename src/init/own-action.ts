/** Where this action is published. The one place that names the owner for what we write into other repositories. */
export const OWN_ACTION = 'OWNER/bengal-cache@v0';
