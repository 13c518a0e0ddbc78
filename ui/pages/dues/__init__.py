"""The year's grid of union funds: payers down, months across, typed into like a sheet."""
