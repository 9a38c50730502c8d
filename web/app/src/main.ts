// Ties the parts together: one worker, one run on show, and the states a run can be in.

import standardRecipe from '../../../models/strokes-cnn/recipe.json?raw';
import type { App, Part, State } from './app';
import { hideBanner, showBanner } from './banner';
import { Client, failureOf } from './client';
import { CurvesView } from './curves';
import { get, say } from './dom';
import { ago, count, fixed, percent, plural } from './format';
import { HomeView } from './home';
import { InsideView } from './inside';
import { LoopView } from './loop';
import { MistakesView } from './mistakes';
import { PlaygroundView } from './plane';
import type { Api, Broken, Event, Failure, Info, Machine, Method, Opened, Progress } from './protocol';
import { RecipeView, recipeOfAddress } from './recipe';
import { missing } from './support';
import { TurnView } from './turn';

const CHIPS: Record<State, string> = {
  loading: 'loading', running: 'training', validating: 'validating', paused: 'paused', finished: 'finished', diverged: 'diverged', stopped: 'stopped',
};

/// An error of the runtime without the name of the function in front: "[trainer] loss is NaN …".
function plain(message: string): string {
  const text = message.replace(/^\[[^\]]*\] /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

class Page implements App {
  info: Info | null = null;
  recipe = standardRecipe;
  progress: Progress | null = null;
  state: State = 'loading';
  private client = new Client((e) => this.event(e), (why) => this.lost(why));
  private curves = new CurvesView();
  private turn = new TurnView(this);
  private editor = new RecipeView(this, standardRecipe);
  private parts: Part[] = [
    new LoopView(this), this.turn, new MistakesView(this), new InsideView(this, this.turn), this.editor, new HomeView(this, this.curves),
  ];
  private resuming = false; // the next start goes on from the autosave
  private offered = false;

  begin(): void {
    const lack = missing();
    if (lack) {
      this.enter('stopped');
      say(get('fact-where'), 'not here');
      showBanner('alert', `This browser has no ${lack}`, 'wick trains with it, so nothing can run here. Chrome and Edge from 95, Firefox from 100 and Safari from 16.4 have it.');
      return;
    }
    get('run').addEventListener('click', () => void this.toggle());
    get('step').addEventListener('click', () => void this.oneLine());
    get('reset').addEventListener('click', () => void this.guard(this.start(this.recipe)));
    window.addEventListener('hashchange', () => void this.follow());
    this.client.start();
  }

  ask<M extends Method>(method: M, args: Api[M]['args'], transfer: Transferable[] = []): Promise<Api[M]['result']> {
    return this.client.ask(method, args, transfer);
  }

  async change(path: string, value: unknown, mark: string): Promise<void> {
    const step = this.progress?.position.step ?? 0;
    try {
      await this.ask('set', { path, value, mark });
      if (mark) this.curves.mark(step, mark);
    } catch (error) {
      showBanner('note', 'That setting was not changed', failureOf(error).message, [{ text: 'Close', act: hideBanner }]);
    }
  }

  async start(recipe: string): Promise<void> {
    const opened = await this.ask('open', { recipe, run: true });
    this.recipe = recipe;
    hideBanner();
    this.show(opened, false);
  }

  private async guard(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.broken(failureOf(error), null);
    }
  }

  private async toggle(): Promise<void> {
    if (this.state === 'finished') {
      const more = (this.progress?.position.maxEpochs ?? 0) + 5;
      await this.change('trainer.max_epochs', more, `to epoch ${more}`);
    }
    const running = this.state === 'running' || this.state === 'validating';
    await this.ask(running ? 'pause' : 'run', {}).catch(() => undefined);
  }

  private async oneLine(): Promise<void> {
    await this.ask('line', {}).catch(() => undefined);
  }

  private event(event: Event): void {
    if (event.type === 'ready') void this.ready();
    else if (event.type === 'progress') this.update(event);
    else if (event.position.batches === 0) this.enter('stopped'), this.broken(event.failure, null);
    else this.broken(event.failure, event);
  }

  private async ready(): Promise<void> {
    if (this.resuming) {
      this.resuming = false;
      await this.guard(this.resume('current'));
      return;
    }
    let broken = false;
    const linked = await recipeOfAddress().catch(() => ((broken = true), null));
    try {
      await this.start(linked ?? standardRecipe);
      if (broken) showBanner('note', 'The recipe in this link cannot be read', 'It seems cut off. The usual one runs instead.', [{ text: 'Close', act: hideBanner }]);
    } catch (error) {
      if (!linked) return this.broken(failureOf(error), null);
      await this.guard(this.start(standardRecipe));
      const check = await this.ask('check', { recipe: linked }).catch(() => null);
      this.editor.show(linked, check && !check.ok ? check : { ok: false, message: failureOf(error).message, path: '', offset: -1 });
      showBanner('note', 'The recipe in this link cannot be run', 'The usual one runs instead. The link’s recipe is below, with its error marked.', [{ text: 'Close', act: hideBanner }]);
      return;
    }
    void this.offer();
  }

  /// A recipe pasted into the address bar of the open page.
  private async follow(): Promise<void> {
    const linked = await recipeOfAddress().catch(() => null);
    if (linked && JSON.stringify(JSON.parse(linked)) !== JSON.stringify(JSON.parse(this.recipe))) {
      await this.start(JSON.stringify(JSON.parse(linked), null, 2)).catch((error) =>
        this.editor.show(linked, { ok: false, message: failureOf(error).message, path: '', offset: -1 }));
    }
  }

  private async offer(): Promise<void> {
    if (this.offered) return;
    this.offered = true;
    const saved = await this.ask('saved', {}).catch(() => null);
    if (!saved || saved.step < 100 || !get('banner').hidden) return;
    showBanner('note', 'Go on from last time?',
      `${saved.name}, step ${count(saved.step)}${saved.accuracy === null ? '' : `, ${percent(saved.accuracy)} validation`}, saved ${ago(saved.when)} in this browser. It goes on exactly where it stopped.`, [
        { text: 'Go on', primary: true, act: () => void this.guard(this.resume('last')) },
        { text: 'Forget it', act: () => (hideBanner(), void this.ask('forget', {})) },
        { text: 'Not now', act: hideBanner },
      ]);
  }

  private async resume(which: 'last' | 'current'): Promise<void> {
    const opened = await this.ask('openSaved', { run: true, which });
    this.recipe = opened.recipe;
    hideBanner();
    this.show(opened, false);
  }

  private show(opened: Opened, goesOn: boolean): void {
    this.info = opened.info;
    this.progress = null;
    this.machine(opened.machine);
    this.curves.begin(opened.curves, goesOn);
    for (const part of this.parts) part.opened?.(opened);
    say(get('fact-val'), percent(opened.curves.epochs.at(-1)?.val_accuracy));
    this.enter('running');
  }

  private machine(machine: Machine): void {
    const where = /wasm|simd/i.test(machine.isa) ? 'wasm SIMD' : machine.isa;
    say(get('fact-where'), `${where}, ${plural(machine.threads, 'thread')}`);
    say(get('version'), `version ${machine.version}`);
  }

  private update(p: Progress): void {
    if (!this.info) return;
    this.progress = p;
    this.enter(p.state === 'running' ? (p.validating ? 'validating' : 'running') : p.state);
    say(get('fact-rate'), count(p.samplesPerSecond));
    say(get('fact-step'), p.msPerStep === null ? '–' : fixed(p.msPerStep, 2));
    this.curves.add(p.points, p.epochs);
    for (const part of this.parts) part.progress?.(p);
    const last = p.epochs.at(-1);
    if (!last) return;
    say(get('fact-val'), percent(last.val_accuracy));
    for (const part of this.parts) part.epoch?.();
  }

  private enter(state: State): void {
    this.state = state;
    const p = this.progress;
    const more = state === 'finished' && p?.stopped ? 'finished early' : CHIPS[state];
    const chip = get('chip');
    say(chip, more);
    chip.dataset.state = state;
    const running = state === 'running' || state === 'validating';
    const open = this.info !== null && this.client.alive;
    say(get('run'), running || state === 'loading' ? 'Pause' : state === 'finished' ? '5 more epochs' : 'Run');
    get<HTMLButtonElement>('run').disabled = !open || state === 'diverged' || state === 'stopped';
    get<HTMLButtonElement>('step').disabled = !open || state === 'diverged' || state === 'stopped' || state === 'finished';
    get<HTMLButtonElement>('reset').disabled = !open && state !== 'stopped';
  }

  private async goBack(args: Api['goBack']['args'], run: boolean): Promise<void> {
    const opened = await this.ask('goBack', args);
    hideBanner();
    this.show(opened, true);
    await this.ask(run ? 'run' : 'pause', {});
  }

  private broken(failure: Failure, event: Broken | null): void {
    const good = event?.good ?? null;
    const again = { text: 'Reset', act: () => void this.guard(this.start(this.recipe)) };
    const kept = good ? `The weights of step ${count(good.step)} are kept.` : 'Nothing else was lost.';
    if (failure.kind === 'diverged') {
      this.enter('diverged');
      const lr = this.progress?.live.lr ?? 0.001;
      const lower = Number((Math.min(lr, this.info?.recipe.optimizer?.lr ?? lr) / 2).toPrecision(2));
      showBanner('alert', 'Diverged: the loss is no longer a number',
        `${plain(failure.message)} ${kept}`, [
          ...(good ? [{ text: `Back to step ${count(good.step)}, lr ${lower}`, primary: true, act: () => void this.guard(this.goBack({ lr: lower }, true)) }] : []), again,
        ]);
    } else if (failure.kind === 'memory') {
      this.enter('stopped');
      const batch = Math.max(1, Math.min(64, (this.info?.recipe.data?.batch_size ?? 64) >> 1));
      showBanner('alert', 'Out of memory', `${plain(failure.message)} ${kept}`, [
        ...(good ? [{ text: `Go on with batches of ${batch}`, primary: true, act: () => void this.guard(this.goBack({ batch }, true)) }] : []), again,
      ]);
    } else {
      this.enter('stopped');
      showBanner('alert', 'The run stopped', `${plain(failure.message)} ${kept}`, [
        ...(good ? [{ text: `Back to step ${count(good.step)}`, primary: true, act: () => void this.guard(this.goBack({}, true)) }] : []),
        this.client.alive ? again : { text: 'Start again', act: () => this.client.start() },
      ]);
    }
  }

  private lost(why: string): void {
    const savedStep = this.progress?.savedStep ?? null;
    const known = this.info !== null;
    this.enter('stopped');
    const restart = (resume: boolean) => () => {
      this.resuming = resume;
      hideBanner();
      this.enter('loading');
      this.client.start();
    };
    showBanner('alert', 'The worker was lost',
      `${known ? 'Training ran in it' : 'The page needs it'}; ${why}. ${savedStep === null ? 'Nothing was saved yet.' : `Step ${count(savedStep)} is saved.`}`, [
        ...(savedStep === null ? [] : [{ text: `Go on from step ${count(savedStep)}`, primary: true, act: restart(true) }]),
        { text: 'Start again', act: restart(false) },
      ]);
  }
}

function tabs(playground: PlaygroundView): void {
  const all = [...document.querySelectorAll<HTMLButtonElement>('[role=tab]')];
  const select = (tab: HTMLButtonElement) => {
    for (const other of all) {
      const on = other === tab;
      other.setAttribute('aria-selected', String(on));
      other.tabIndex = on ? 0 : -1;
      get(other.getAttribute('aria-controls')!).hidden = !on;
    }
    if (tab.id === 'tab-plane') playground.show();
    else playground.hide();
  };
  for (const [i, tab] of all.entries()) {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', (e) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: all.length - 1 }[e.key];
      if (to === undefined) return;
      e.preventDefault();
      const next = all[(to + all.length) % all.length];
      next.focus();
      select(next);
    });
  }
}

/// What the page has fetched since it began, all of it its own files.
function sent(): void {
  get('sent').addEventListener('toggle', () => {
    const entries = performance.getEntriesByType('resource');
    const foreign = entries.filter((e) => new URL(e.name).origin !== location.origin && !e.name.startsWith('blob:')).length;
    say(get('sent-text'), `Your drawings, files and weights stay in this tab. The page’s security policy lets it load its own files and nothing else: ${plural(entries.length, 'file')} so far, ${foreign} from elsewhere.`);
  });
}

tabs(new PlaygroundView());
sent();
new Page().begin();

