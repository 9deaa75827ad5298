//! From the command line to the work: what each command prepares, and then does.

use std::path;
use std::process::ExitCode;

use crate::bench;
use crate::build::{
    build_all, build_codec, build_edge, build_edge_with_postgres, hold_to_size_budget,
};
use crate::cli::{
    BenchArguments, BenchSubject, DemoArguments, DeployArguments, EdgeArguments, FuzzArguments,
    ServeArguments, Task, TestArguments,
};
use crate::demo::{self, DemoPorts};
use crate::deploy;
use crate::edge::{self, EdgeSettings, Runtime};
use crate::error::XtaskError;
use crate::exclusive::Exclusive;
use crate::fuzz;
use crate::port::{self, Port};
use crate::process::{interrupt_on_signals, interrupt_when_stdin_closes};
use crate::setup::{self, Browser, Tools};
use crate::test::{self, Verdict};
use crate::workspace::Workspace;

/// Does what was asked for.
pub(crate) fn run(task: Task) -> Result<ExitCode, XtaskError> {
    interrupt_on_signals()?;
    let workspace = Workspace::of_this_program();
    match task {
        Task::Setup => run_setup(&workspace)?,
        Task::Build => run_build(&workspace)?,
        Task::Edge(arguments) => run_edge(&workspace, Runtime::Wrangler, arguments)?,
        Task::Serve(ServeArguments { edge, postgres }) => {
            run_edge(&workspace, Runtime::Workerd { postgres }, edge)?;
        }
        Task::Deploy(arguments) => run_deploy(&workspace, &arguments)?,
        Task::Demo(arguments) => run_demo(&workspace, &arguments)?,
        Task::Test(arguments) => return run_test(&workspace, &arguments),
        Task::Bench(arguments) => run_bench(&workspace, &arguments)?,
        Task::Fuzz(arguments) => run_fuzz(&workspace, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn run_setup(workspace: &Workspace) -> Result<(), XtaskError> {
    let _exclusive = Exclusive::wait(workspace)?;
    Ok(setup::run(workspace)?)
}

fn run_build(workspace: &Workspace) -> Result<(), XtaskError> {
    let _exclusive = Exclusive::wait(workspace)?;
    let tools = setup::prepare(workspace)?;
    build_all(&tools)?;
    Ok(hold_to_size_budget(&tools)?)
}

fn run_edge(
    workspace: &Workspace,
    runtime: Runtime,
    arguments: EdgeArguments,
) -> Result<(), XtaskError> {
    if arguments.until_stdin_closes {
        interrupt_when_stdin_closes();
    }
    let tools = prepare_edge(workspace, &runtime, arguments.as_built)?;
    let settings = EdgeSettings {
        runtime,
        port: port::choose(Port {
            number: arguments.port,
            option: "--port",
        })?,
        state: path::absolute(arguments.state).map_err(XtaskError::WorkingFolder)?,
        setup_token: arguments.setup_token,
        allowed_origins: arguments.allowed_origins,
    };
    Ok(edge::run(&tools, &settings)?)
}

fn prepare_edge(
    workspace: &Workspace,
    runtime: &Runtime,
    as_built: bool,
) -> Result<Tools, XtaskError> {
    let _exclusive = Exclusive::wait(workspace)?;
    let tools = setup::prepare(workspace)?;
    match runtime {
        _ if as_built => {}
        Runtime::Workerd { postgres: Some(_) } => build_edge_with_postgres(&tools)?,
        Runtime::Workerd { postgres: None } | Runtime::Wrangler => build_edge(&tools)?,
    }
    Ok(tools)
}

fn run_deploy(workspace: &Workspace, arguments: &DeployArguments) -> Result<(), XtaskError> {
    let tools = prepare_edge(workspace, &Runtime::Wrangler, false)?;
    match arguments.dry_run {
        true => Ok(deploy::rehearse(&tools, arguments.environment)?),
        false => Ok(deploy::run(&tools, arguments.environment)?),
    }
}

fn run_demo(workspace: &Workspace, arguments: &DemoArguments) -> Result<(), XtaskError> {
    let ports = DemoPorts::choose(arguments.edge_port, arguments.shop_port)?;
    let tools = prepare_all(workspace)?;
    Ok(demo::run(&tools, ports)?)
}

/// Failed steps are told by the exit code alone: the summary stays the last line.
fn run_test(workspace: &Workspace, arguments: &TestArguments) -> Result<ExitCode, XtaskError> {
    if arguments.list {
        test::list(workspace);
        return Ok(ExitCode::SUCCESS);
    }
    match test::run(workspace, &arguments.only)? {
        Verdict::AllPassed => Ok(ExitCode::SUCCESS),
        Verdict::SomeFailed => Ok(ExitCode::FAILURE),
    }
}

fn run_bench(workspace: &Workspace, arguments: &BenchArguments) -> Result<(), XtaskError> {
    match arguments.subject {
        BenchSubject::Recorder => {
            let (tools, browser) = prepare_pages(workspace)?;
            Ok(bench::recorder(&tools, &browser)?)
        }
        BenchSubject::Compression => {
            let (tools, browser) = prepare_pages(workspace)?;
            build_codec(&tools)?;
            Ok(bench::compression(&tools, &browser)?)
        }
        BenchSubject::Capacity => Ok(bench::capacity(&prepare_all(workspace)?)?),
        BenchSubject::Edge => Ok(bench::edge(&prepare_all(workspace)?)?),
        BenchSubject::Decoding => Ok(bench::decoding(&prepare(workspace)?)?),
    }
}

fn run_fuzz(workspace: &Workspace, arguments: &FuzzArguments) -> Result<(), XtaskError> {
    Ok(fuzz::run(&prepare(workspace)?, arguments)?)
}

/// Sets up and builds what is measured in a browser, and finds one.
fn prepare_pages(workspace: &Workspace) -> Result<(Tools, Browser), XtaskError> {
    let tools = prepare_all(workspace)?;
    let browser = setup::prepare_browser(&tools)?;
    Ok((tools, browser))
}

/// Sets up alone.
fn prepare(workspace: &Workspace) -> Result<Tools, XtaskError> {
    let _exclusive = Exclusive::wait(workspace)?;
    Ok(setup::prepare(workspace)?)
}

/// Sets up and builds; other commands wait that long and no longer.
fn prepare_all(workspace: &Workspace) -> Result<Tools, XtaskError> {
    let _exclusive = Exclusive::wait(workspace)?;
    let tools = setup::prepare(workspace)?;
    build_all(&tools)?;
    Ok(tools)
}
