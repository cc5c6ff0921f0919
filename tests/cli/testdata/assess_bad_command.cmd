assess sett
