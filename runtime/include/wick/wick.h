#ifndef WICK_H
#define WICK_H
/* The C interface of wick; the same list is what the WebAssembly module exports.
 *
 * Every function that can fail returns a wick_status: 0 is success, anything else the kind of error, whose text
 * wick_last_error() gives until this thread's next call. Nothing prints, nothing aborts. A handle is freed by the
 * function of its type, once; NULL is allowed there. Strings are UTF-8 and end in 0. Text and memory returned through a
 * const pointer belong to wick and stay valid until the thread's next call that returns text, unless said otherwise.
 */
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t wick_status; /* 0, or a wick::ErrorKind: 1 value, 2 shape, 3 dtype, 4 index, 5 autograd, 6 memory, 7 io, 8 format, 9 recipe, 10 diverged, 99 internal */
typedef struct wick_tensor wick_tensor;
typedef struct wick_module wick_module;
typedef struct wick_optimizer wick_optimizer;
typedef struct wick_scheduler wick_scheduler;
typedef struct wick_averaged wick_averaged;
typedef struct wick_metric wick_metric;
typedef struct wick_dataset wick_dataset;
typedef struct wick_sampler wick_sampler;
typedef struct wick_loader wick_loader;
typedef struct wick_session wick_session;
typedef struct wick_frozen wick_frozen;
typedef struct wick_freezer wick_freezer;

const char* wick_version(void);
const char* wick_last_error(void);
/* JSON: {"isa":"avx2","threads":2,"float64":true,"memory":{"used":..,"cached":..,"peak":..,"live_tensors":..}} */
const char* wick_info(void);
/* Plain memory of the library's heap, for callers that must put bytes there (JavaScript). NULL when there is none. */
void* wick_alloc(size_t bytes);
void wick_free(void* memory);
void wick_manual_seed(uint64_t seed);
/* A function of the caller's that takes and gives tensors. in: n_in handles, valid during the call, NULL where there is no
 * tensor. out: room for `room` handles of its own making, which become wick's, NULL where there is none; *n_out: how many.
 * It returns 0, or a status, as it got it from a wick function or as wick_fail() gives it. */
typedef wick_status (*wick_call)(void* state, wick_tensor* const* in, int32_t n_in, wick_tensor** out, int32_t room, int32_t* n_out);
typedef struct wick_function {
  wick_call call;
  void* state;                /* given to call */
  void (*free_state)(void* state); /* called when wick needs the function no more, also when what it was given to fails; may be NULL */
} wick_function;
wick_status wick_fail(wick_status kind, const char* text); /* what wick_last_error() then says; returns kind */

/* ---- Tensors. dtype: 0 f32, 1 f64, 2 i64, 3 i32, 4 u8, 5 bool. */
wick_status wick_tensor_create(int32_t dtype, int32_t rank, const int64_t* shape, const void* data /* row-major, or NULL for zeros */, wick_tensor** out);
void wick_tensor_free(wick_tensor* t);
wick_status wick_tensor_clone_handle(const wick_tensor* t, wick_tensor** out); /* the same tensor under a second handle */
int32_t wick_tensor_dtype(const wick_tensor* t);
int32_t wick_tensor_rank(const wick_tensor* t);
void wick_tensor_shape(const wick_tensor* t, int64_t* shape /* [rank] */);
/* Copies all elements in row-major order to memory of bytes = numel * item size; fails when bytes differs. */
wick_status wick_tensor_read(const wick_tensor* t, void* to, size_t bytes);
/* Overwrites all elements in place from row-major memory (counts as an in-place write). */
wick_status wick_tensor_write(wick_tensor* t, const void* from, size_t bytes);
/* Fills it in place as {"type":"xavier_uniform_","gain":2}, an entry of a recipe's "init", says. */
wick_status wick_tensor_init(wick_tensor* t, const char* json);
wick_status wick_tensor_set_requires_grad(wick_tensor* t, int32_t on);
int32_t wick_tensor_requires_grad(const wick_tensor* t);
wick_status wick_tensor_grad(const wick_tensor* t, wick_tensor** out /* NULL when there is none */);
wick_status wick_tensor_set_grad(wick_tensor* t, const wick_tensor* grad /* NULL clears */);
wick_status wick_tensor_retain_grad(wick_tensor* t); /* what is no leaf keeps its grad too */
/* hook gets the gradient when it is complete; a tensor it gives takes the gradient's place. id: for remove_hook. */
wick_status wick_tensor_register_hook(wick_tensor* t, const wick_function* hook, int32_t* id);
wick_status wick_tensor_remove_hook(wick_tensor* t, int32_t id);
wick_status wick_tensor_detach(const wick_tensor* t, wick_tensor** out);
const char* wick_tensor_grad_fn(const wick_tensor* t); /* "AddBackward0", or NULL for a leaf */
wick_status wick_tensor_backward(const wick_tensor* t, const wick_tensor* gradient /* may be NULL */, int32_t retain_graph, int32_t create_graph);
/* JSON {"nodes":[{"name":"NllLossBackward0","next":[1,null],"shapes":[[64,10]]},...]}, the graph behind t, node 0 being
 * its grad_fn, at most max_nodes nodes breadth first; a leaf's node has "leaf": its shape. */
wick_status wick_tensor_graph(const wick_tensor* t, int32_t max_nodes, const char** json);
int32_t wick_grad_enabled(void);
void wick_set_grad_enabled(int32_t on); /* no_grad() is set to 0, then back */
int32_t wick_inference_enabled(void);
void wick_set_inference_enabled(int32_t on); /* tensors made meanwhile can never enter a graph; set_grad_enabled(0) goes around it */
int32_t wick_anomaly_enabled(void);
void wick_set_anomaly_enabled(int32_t on); /* backward() names the first op that makes a NaN */

/* ---- Autograd beside backward(). */
/* torch.autograd.grad: grads [n_inputs] of the sum of all outputs, each times its grad_output (NULL: 1, of an output of one
 * element; grad_outputs may be NULL as a whole). No tensor's grad changes. allow_unused: NULL for an input that no output depends
 * on, else that is an error. */
wick_status wick_autograd_grad(wick_tensor* const* outputs, int32_t n_outputs, wick_tensor* const* inputs, int32_t n_inputs,
                               wick_tensor* const* grad_outputs, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, wick_tensor** grads);
/* torch.autograd.functional by name, of a function that gives one tensor y. Results, for n inputs: "jacobian" n; "hessian" n * n,
 * row by row; "vjp" y and n (v: like y, or none for a y of one element); "jvp" y and J v; "vhp", "hvp" y and n (v: n like the
 * inputs). jacobian and hessian take no v. results: room for n_results. */
wick_status wick_autograd_functional(const char* name, const wick_function* f, wick_tensor* const* inputs, int32_t n_inputs, wick_tensor* const* v,
                                     int32_t n_v, int32_t create_graph, wick_tensor** results, int32_t n_results);
/* torch.autograd.Function: the outputs, which the caller computed from the inputs with gradients off, as results of a node called
 * name that asks backward for the gradients. backward gets n_outputs gradients, then the saved tensors (inputs, outputs or any;
 * NULL entries allowed), which are checked for in-place writes since; it gives n_inputs gradients, NULL for none. flags: 1 its
 * gradient cannot be differentiated (once_differentiable), 2 NULL instead of zeros where no gradient arrived. An input may be NULL:
 * it was no tensor. results [n_outputs]. */
wick_status wick_autograd_function(const char* name, wick_tensor* const* inputs, int32_t n_inputs, wick_tensor* const* outputs, int32_t n_outputs,
                                   wick_tensor* const* saved, int32_t n_saved, const wick_function* backward, int32_t flags, wick_tensor** results);
/* torch.utils.checkpoint: f(inputs) without what its gradients need; backward() computes it again, with the same random numbers
 * if preserve_rng_state. outputs: room for `room`; *n_outputs: how many f gave. */
wick_status wick_checkpoint(const wick_function* f, wick_tensor* const* inputs, int32_t n_inputs, int32_t preserve_rng_state, wick_tensor** outputs,
                            int32_t room, int32_t* n_outputs);

/* ---- Ops, by their schema (PyTorch's names, order and defaults). */
enum { WICK_NONE = 0, WICK_BOOL = 1, WICK_INT = 2, WICK_FLOAT = 3, WICK_STR = 4, WICK_TENSOR = 5, WICK_INTS = 6, WICK_TENSORS = 7, WICK_FLOATS = 8 };
typedef struct wick_value { /* 16 bytes on every target */
  int32_t type;
  int32_t count; /* elements of ints, tensors or floats */
  union {
    int32_t b;
    int64_t i;
    double f;
    const char* s;
    wick_tensor* t;             /* an argument is borrowed; a result is a new handle of the caller's */
    const int64_t* ints;
    wick_tensor* const* tensors; /* NULL entries where the schema says Tensor?[] */
    const double* floats;
    uint64_t bits;
  } as;
} wick_value;
int32_t wick_op_count(void);
const char* wick_op_schema(int32_t i); /* "relu(Tensor self) -> Tensor"; stays valid */
/* Missing trailing arguments and WICK_NONE take their defaults. results: room for max_results tensors. */
wick_status wick_op_call(const char* name, const wick_value* args, int32_t n_args, wick_tensor** results, int32_t max_results, int32_t* n_results);

/* ---- Modules, described as in a recipe's "model": {"type":"Linear","in_features":4,"out_features":2}. */
wick_status wick_module_create(const char* json, wick_module** out);
void wick_module_free(wick_module* m);
wick_status wick_module_forward(wick_module* m, const wick_tensor* x, wick_tensor** out);
/* All results for all inputs, in the order of PyTorch's forward: an LSTM takes x, h_0, c_0 and gives output, h_n, c_n. Inputs
 * that may be left out are NULL or missing. outputs: room for max_outputs tensors; NULL for one that is not there. */
wick_status wick_module_call(wick_module* m, wick_tensor* const* inputs, int32_t n_inputs, wick_tensor** outputs, int32_t max_outputs, int32_t* n_outputs);
void wick_module_train(wick_module* m, int32_t on); /* eval() is 0 */
const char* wick_module_repr(wick_module* m);
int32_t wick_module_tensor_count(wick_module* m); /* parameters and buffers, in state_dict order */
/* kind: 0 parameter, 1 buffer. The handle shares storage with the module. */
wick_status wick_module_tensor(wick_module* m, int32_t i, const char** name, int32_t* kind, wick_tensor** out);
/* {"type":"weight_norm","modules":["0"]}, an entry of a recipe's "parametrizations"; without modules the module itself. Its
 * tensors are others then: ask for them anew. */
wick_status wick_module_parametrize(wick_module* m, const char* json);
/* update_bn: 1 forgets the running statistics and puts the module in train mode, so that every BatchNorm averages over the batches
 * that follow; 0 puts mode and momenta back. */
wick_status wick_module_update_bn(wick_module* m, int32_t on);
wick_status wick_module_save(wick_module* m, wick_tensor** bytes /* u8: a safetensors file */);
wick_status wick_module_load(wick_module* m, const void* bytes, size_t n, int32_t strict);

/* ---- Frozen programs: what a module computes in eval mode, BatchNorm folded, weights packed and copied, memory planned
 * ahead. One call at a time. example: a batch of inputs as the program will get them; any other batch size runs too, unless
 * sizes in the module do not follow it. */
wick_status wick_module_freeze(wick_module* m, const wick_tensor* example, wick_frozen** out);
void wick_frozen_free(wick_frozen* f);
wick_status wick_frozen_forward(wick_frozen* f, const wick_tensor* x, wick_tensor** out);
/* The same on plain memory, n samples in and out, row-major; nothing is allocated once a batch size has run. */
wick_status wick_frozen_run(wick_frozen* f, const void* in, void* out, int64_t n);
/* Of n samples (output 0) or of their result (1): shape [rank], which has room for 8 sizes, and dtype. */
wick_status wick_frozen_shape(wick_frozen* f, int64_t n, int32_t output, int64_t* shape, int32_t* rank, int32_t* dtype);
/* Freezes a computation of the caller's. Every op between two calls of next is recorded: run it on *x and give the result as
 * y, NULL when it failed; begin with NULL. It runs a few times, at several batch sizes. In the end *x is NULL and *out the program. */
wick_status wick_freezer_create(const wick_tensor* example, wick_freezer** out);
wick_status wick_freezer_next(wick_freezer* z, const wick_tensor* y, wick_tensor** x, wick_frozen** out);
void wick_freezer_free(wick_freezer* z);

/* ---- Optimizers: {"type":"Adam","lr":0.001}. */
wick_status wick_optimizer_create(const char* json, wick_tensor* const* params, int32_t n, wick_optimizer** out);
void wick_optimizer_free(wick_optimizer* o);
wick_status wick_optimizer_step(wick_optimizer* o);
/* With a closure, as LBFGS needs it: it takes nothing, clears gradients, computes the loss and its gradients and gives the loss. */
wick_status wick_optimizer_step_closure(wick_optimizer* o, const wick_function* closure, wick_tensor** loss);
wick_status wick_optimizer_zero_grad(wick_optimizer* o, int32_t set_to_none /* else zeros are written */);
wick_status wick_optimizer_set(wick_optimizer* o, const char* option, double value); /* of all groups */
/* Groups: at creation by "param_groups", where parameters are named "0", "1", ... in the order of params; or one more, whose
 * options {"lr":0.01} take the optimizer's values where they are left out. */
wick_status wick_optimizer_add_param_group(wick_optimizer* o, const char* json, wick_tensor* const* params, int32_t n);
int32_t wick_optimizer_group_count(wick_optimizer* o);
wick_status wick_optimizer_group_set(wick_optimizer* o, int32_t group, const char* option, double value);
wick_status wick_optimizer_group_get(wick_optimizer* o, int32_t group, const char* option, double* value);
/* All that step() remembers and every option: a safetensors file with "0.exp_avg", ..., "param_groups.0.lr", .... */
wick_status wick_optimizer_save(wick_optimizer* o, wick_tensor** bytes);
wick_status wick_optimizer_load(wick_optimizer* o, const void* bytes, size_t n);
wick_status wick_clip_grad_norm(wick_tensor* const* params, int32_t n, double max_norm, double* total_norm);
wick_status wick_clip_grad_value(wick_tensor* const* params, int32_t n, double clip_value);

/* ---- Averages of weights (SWA, EMA), of the first n_moving of n tensors; the others (buffers) stay as they are now until a swap
 * brings them in place. What is no floating number is copied. The tensors are held, so that an update sees their new values. */
/* avg_fn: gives the next average of (average, value, i64 count of those averaged before); NULL: decay times the average and
 * 1 - decay times the value, or with a negative decay all count the same. The first update copies. */
wick_status wick_averaged_create(wick_tensor* const* tensors, int32_t n, int32_t n_moving, double decay, const wick_function* avg_fn, wick_averaged** out);
void wick_averaged_free(wick_averaged* a);
wick_status wick_averaged_update(wick_averaged* a);
wick_status wick_averaged_swap(wick_averaged* a); /* averages and values change places; once more and they are back */
wick_status wick_averaged_tensor(wick_averaged* a, int32_t i, wick_tensor** out); /* shares storage with the average */
int64_t wick_averaged_count(wick_averaged* a); /* updates so far */

/* ---- Learning rates: {"type":"StepLR","step_size":3}. The scheduler keeps its optimizer alive. */
wick_status wick_scheduler_create(const char* json, wick_optimizer* o, wick_scheduler** out);
/* LambdaLR and MultiplicativeLR: factor takes epoch and group, i64 numbers, and gives one number. */
wick_status wick_scheduler_create_lambda(const char* type, const wick_function* factor, wick_optimizer* o, wick_scheduler** out);
void wick_scheduler_free(wick_scheduler* s);
/* Once per epoch, after the optimizer's steps. metric: the monitored figure, which ReduceLROnPlateau needs; NaN where there is none. */
wick_status wick_scheduler_step(wick_scheduler* s, double metric);
/* n: the number of parameter groups; the first `room` of their lr go to lr, which may be NULL. */
wick_status wick_scheduler_last_lr(wick_scheduler* s, double* lr, int32_t room, int32_t* n);

/* ---- Metrics: {"type":"F1Score","average":"macro"}, of num_classes classes (or labels), or of values with 0. */
wick_status wick_metric_create(const char* json, int64_t num_classes, wick_metric** out);
void wick_metric_free(wick_metric* m);
wick_status wick_metric_update(wick_metric* m, const wick_tensor* preds, const wick_tensor* target);
wick_status wick_metric_merge(wick_metric* m, wick_metric* other); /* adds what the other one has gathered */
wick_status wick_metric_reset(wick_metric* m);
/* n: how many figures there are, 1 but for average "none"; the first `room` go to values, which may be NULL. */
wick_status wick_metric_compute(wick_metric* m, double* values, int32_t room, int32_t* n);
/* The same as tensors, new handles of the caller's: the figures as f64 [n]; the counts of a ConfusionMatrix; of ROC fpr, tpr,
 * thresholds and of PrecisionRecallCurve precision, recall, thresholds: three tensors, or with classes and no given thresholds
 * all of the first kind, one per class, then all of the second and third. n: how many there are; the first `room` are made. */
wick_status wick_metric_results(wick_metric* m, wick_tensor** results, int32_t room, int32_t* n);

/* ---- Data: torch.utils.data. A set, sampler or loader keeps what it is made of alive: its parts' handles may be freed at once.
 * A function of the caller's is called by the thread that calls wick, during that call. */
/* Rows that belong together: x [N, ...], y [N, ...], of any dtype; shared, not copied. */
wick_status wick_dataset_tensors(const wick_tensor* x, const wick_tensor* y, wick_dataset** out);
/* The caller's own set of `size` samples. get: takes indices i64 [B] and gives x [B, ...], y [B, ...], which are copied. */
wick_status wick_dataset_function(int64_t size, const wick_function* get, wick_dataset** out);
/* {"type":"toy","kind":"moons"}, a recipe's "data" (of what concerns its loader only n_splits and fold count): train, validation
 * and test set, NULL where there is none. Files are those of wick_file_put() and of the working directory. seed: where the entry
 * has none. values: 1 for targets f32 to be regressed, 0 for labels i64. */
wick_status wick_dataset_create(const char* json, uint64_t seed, int32_t values, wick_dataset** out /* [3] */);
/* Some samples of a set, in this order; fails with status 4 for an index outside it. */
wick_status wick_dataset_subset(const wick_dataset* set, const int64_t* indices, int64_t n, wick_dataset** out);
wick_status wick_dataset_concat(const wick_dataset* const* sets, int32_t n, wick_dataset** out); /* one after another; samples of one shape */
void wick_dataset_free(wick_dataset* set);
wick_status wick_dataset_size(const wick_dataset* set, int64_t* size);
/* JSON {"size":12000,"sample_shape":[28,28],"classes":10,"class_names":[]}; classes is 0 where it is not known. */
wick_status wick_dataset_info(const wick_dataset* set, const char** json);
/* The samples of these indices as stored: x [n, ...], y [n, ...]; fails with status 4 for an index outside the set. */
wick_status wick_dataset_get(const wick_dataset* set, const int64_t* indices, int64_t n, wick_tensor** x, wick_tensor** y);
wick_status wick_dataset_targets(const wick_dataset* set, wick_tensor** out); /* y of all samples */
/* Cuts a set at random into n parts of these lengths, which add up to its size, or shares, which add up to 1. stratify: 1 to give
 * each part the labels (i64 [N]) of the whole in proportion. */
wick_status wick_random_split(const wick_dataset* set, const double* lengths, int32_t n, uint64_t seed, int32_t stratify, wick_dataset** out /* [n] */);
/* scikit-learn's {"type":"KFold","n_splits":5,"shuffle":false,"seed":0}, or StratifiedKFold. n: how many folds there are; the sets
 * of the first `room` are made. */
wick_status wick_kfold(const char* json, const wick_dataset* set, wick_dataset** train, wick_dataset** test, int32_t room, int32_t* n);
/* {"type":"SequentialSampler"} or {"type":"RandomSampler","replacement":false,"num_samples":null,"seed":0} of n samples;
 * {"type":"SubsetRandomSampler","seed":0} of indices i64 [N]; {"type":"WeightedRandomSampler","num_samples":100,"replacement":true,
 * "seed":0} of weights f32 or f64 [N], one per sample. of: these indices or weights, else NULL. */
wick_status wick_sampler_create(const char* json, int64_t n, const wick_tensor* of, wick_sampler** out);
/* An order of the caller's. order: takes the epoch, i64 [], and gives indices i64 [size], the same whenever it is asked. */
wick_status wick_sampler_function(int64_t size, const wick_function* order, wick_sampler** out);
/* Batches of the caller's, for a loader alone. batches: takes the epoch, i64 [], and gives indices i64 [N] and how many of them each
 * batch has, i64 [M]; the same whenever it is asked. */
wick_status wick_sampler_batches(const wick_function* batches, wick_sampler** out);
void wick_sampler_free(wick_sampler* s);
wick_status wick_sampler_size(const wick_sampler* s, int64_t* size);
wick_status wick_sampler_order(const wick_sampler* s, int64_t epoch, wick_tensor** out /* i64 [size] */);
/* Batches of a set. json, with defaults: {"batch_size":1,"shuffle":false,"drop_last":false,"seed":0,"num_workers":0,
 * "prefetch_factor":2,"num_classes":null,"normalize":null,"transform":[],"augment":[]}, the last three as in a recipe's "data"; MixUp
 * and CutMix need num_classes where the set does not know its classes. Above 0 workers a thread makes num_workers *
 * prefetch_factor batches ahead, which no function of the caller's may be part of. sampler: instead of shuffle (one of batches
 * instead of batch_size and drop_last too), or NULL. collate:
 * takes x, y of each sample in turn and gives x, y of the batch; NULL stacks them. seed and epoch decide the order. */
wick_status wick_loader_create(const wick_dataset* set, const char* json, const wick_sampler* sampler, const wick_function* collate, wick_loader** out);
/* The same of samples that come one after another. next: takes i64 [], 1 to begin anew and 0 to go on, and gives x, y of a sample,
 * without a batch dimension, or no tensors at the end. There is no wick_loader_size(); to go on from a state reads up to it again. */
wick_status wick_loader_iterable(const wick_function* next, const char* json, const wick_function* collate, wick_loader** out);
void wick_loader_free(wick_loader* l);
wick_status wick_loader_size(wick_loader* l, int64_t* size); /* batches in an epoch */
/* For the start of a loop: leaves out what an earlier one, left early, has not taken, unless wick_loader_set_state() came since. */
wick_status wick_loader_begin(wick_loader* l);
/* x: images u8 as f32 [B,C,H,W] from 0 to 1, other u8 and floating values as f32, other integers as they are; y as stored, or f32
 * [B, num_classes] mixed. Both NULL at the end of the epoch, after which the next call begins the next one. */
wick_status wick_loader_next(wick_loader* l, wick_tensor** x, wick_tensor** y);
/* All it takes to go on exactly from there: the epoch, and how many of its samples are given. */
wick_status wick_loader_state(wick_loader* l, int64_t* epoch, int64_t* position);
wick_status wick_loader_set_state(wick_loader* l, int64_t epoch, int64_t position);

/* ---- Sessions: a recipe being run. */
/* Gives the recipe's data a file by name (an IDX or CSV file's bytes, copied), as if it lay in the data folder; n 0 forgets it. */
wick_status wick_file_put(const char* name, const void* bytes, size_t n);
/* Checks a recipe without running it: JSON {"ok":true,"recipe":{filled with defaults}} or
 * {"ok":false,"path":"optimizer.lr","message":"...","offset":byte offset in the text or -1}. Returns 0 in both cases. */
wick_status wick_recipe_check(const char* json, const char** result);
/* What a recipe may say: JSON {"layer":{"Linear":{"in_features":{"type":"integer"},...}},"loss":...}. */
wick_status wick_recipe_schema(const char** json);
wick_status wick_session_create(const char* recipe_json, wick_session** out);
void wick_session_free(wick_session* s);
/* One method, JSON in and out. The methods and their fields are listed in runtime/capi/README.md. */
wick_status wick_session_call(wick_session* s, const char* method, const char* args_json, const char** result_json);
/* A method that gives a tensor. */
wick_status wick_session_tensor(wick_session* s, const char* method, const char* args_json, wick_tensor** out);
/* Runs the model on raw inputs x as the data set has them (images u8 [N,28,28] or f32; points f32 [N,2]): normalization
 * is applied. train: 1 runs in train mode (Dropout draws, BatchNorm uses this batch; running statistics stay untouched).
 * out: f32 [N,classes] probabilities. */
wick_status wick_session_predict(wick_session* s, const wick_tensor* x, int32_t train, wick_tensor** out);
/* Replaces the weights (a safetensors file of the model) or resumes a checkpoint. */
wick_status wick_session_load(wick_session* s, const void* bytes, size_t n);
/* Ink of any size (u8, 0 = blank) to the 28x28 image a digit model sees: cropped, scaled to 20x20, centred by mass. */
wick_status wick_centre_digit(const uint8_t* ink, int32_t height, int32_t width, uint8_t* out /* [28*28] */);

#ifdef __cplusplus
}
#endif
#endif
