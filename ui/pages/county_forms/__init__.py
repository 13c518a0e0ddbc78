"""The county's forms (上级表格): pointed at figures and fields once, filled and filed ever after."""
