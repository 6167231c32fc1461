//! What is handed over: plain tables to workbooks; knows no word of the business.
