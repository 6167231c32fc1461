//! Documents of the sample office.
