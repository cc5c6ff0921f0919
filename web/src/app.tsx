import './app.css';
import { render } from 'preact';
render(<h1>x</h1>, document.getElementById('app')!);
