"""The records that flow through the program: frozen, slotted, without input or output."""
